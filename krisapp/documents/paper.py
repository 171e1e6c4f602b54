"""A paper (papper): what a document holds, before it is made as PDF, as pages to look at, or on a printer."""

from collections.abc import Mapping

import msgspec


class Paper(msgspec.Struct, frozen=True, kw_only=True):
    """A document of a template in `templates/documents` and its plain values, which `compile_pdf` describes.

    `title` is what a person calls it, in print queues too; `file_name` is the proposed name of its PDF. The exercise's
    marks are the template's, so they stand on every page whichever way it leaves (rule P62).
    """

    title: str
    file_name: str
    data: Mapping[str, object]
    template: str = "report"

    def pdf(self) -> bytes:
        """Return it as PDF; raises `Refused` if it cannot be made. Takes long: call it in a job."""
        from krisapp.documents.pdf import compile_pdf  # here: the engine is large, and few papers shown are made

        return compile_pdf(self.template, self.data)

    def pages(self, ppi: int) -> list[bytes]:
        """Return its pages as PNG, `ppi` points to the inch; raises `Refused`. Takes long: call it in a job."""
        from krisapp.documents.pdf import compile_pages

        return compile_pages(self.template, self.data, ppi)
