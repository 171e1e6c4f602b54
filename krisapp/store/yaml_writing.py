"""Writing YAML that a person can read and edit, and that `yaml_reading` reads back unchanged."""

from typing import Any

import yaml

_WIDTH = 110
_OTHER_BREAKS = set("\r\x85\u2028\u2029")
"""Line ends that YAML folds into blanks unless they are escaped."""


class _Writer(yaml.SafeDumper):
    """Blocks for rows, one line for a short list, long texts as they are, and no anchors."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - PyYAML's own signature
        """Write every value out in full."""
        return True


def _text(writer: _Writer, text: str) -> yaml.ScalarNode:
    style = '"' if _OTHER_BREAKS & set(text) else "|" if "\n" in text else None
    return writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _list(writer: _Writer, values: list[Any] | tuple[Any, ...]) -> yaml.SequenceNode:
    short = all(isinstance(value, str | int | None) for value in values) and len(str(values)) < _WIDTH
    return writer.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=short)


_Writer.add_representer(str, _text)
_Writer.add_representer(list, _list)
_Writer.add_representer(tuple, _list)


def write_yaml(value: Any) -> bytes:
    """Return lists, mappings, texts, numbers, truth values and None as YAML in UTF-8."""
    text: str = yaml.dump(value, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=_WIDTH)
    return text.encode()
