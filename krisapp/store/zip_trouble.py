"""What reading a broken archive raises (trasigt arkiv): the module says a dozen things where one is meant."""

import zipfile
import zlib

BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    NotImplementedError,
    RuntimeError,
    EOFError,
    OSError,
    ValueError,
    IndexError,
)
"""A damaged, locked, unfinished or hostile zip file. Names that are no text are among it."""
