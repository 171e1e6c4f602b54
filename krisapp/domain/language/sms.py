"""How large a text message is: alphabet, units and parts, domain handbook 7.9 and 7.11."""

import re

import msgspec

_PLAIN = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
_DOUBLE = frozenset("^{}\\[~]|€\f")
"""Characters of the extension table: two units each."""

_ONE_GSM, _PART_GSM = 160, 153
_ONE_UCS, _PART_UCS = 70, 67

_REPLACED = str.maketrans(
    {
        "–": "-",
        "—": "-",
        "‑": "-",
        "‐": "-",
        "−": "-",
        "•": "-",
        "·": "-",
        "”": '"',
        "“": '"',
        "„": '"',
        "»": '"',
        "«": '"',
        "’": "'",
        "‘": "'",
        "´": "'",
        "…": "...",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2009": " ",
        "\u2007": " ",
        "\t": " ",
        "½": "1/2",
        "\u00ad": "",
        "\u200b": "",
        "\ufeff": "",
    }
)
_DEGREES = re.compile(r" ?° ?C\b| ?°")


class SmsSize(msgspec.Struct, frozen=True):
    """The size of a text message: "GSM-7" or "UCS-2", units, parts, and the characters that force UCS-2."""

    alphabet: str
    units: int
    parts: int
    offending: tuple[str, ...] = ()


def sms_size(text: str) -> SmsSize:
    """Return alphabet, units and parts: 160 units in one part and 153 in each of several, or 70 and 67 in UCS-2."""
    kinds = set(text)
    offending = tuple(sorted(kinds - _PLAIN - _DOUBLE))
    if offending:
        units = len(text.encode("utf-16-be", "surrogatepass")) // 2
        return SmsSize("UCS-2", units, _parts(units, _ONE_UCS, _PART_UCS), offending)
    units = len(text)
    if kinds & _DOUBLE:
        units += sum(1 for character in text if character in _DOUBLE)
    return SmsSize("GSM-7", units, _parts(units, _ONE_GSM, _PART_GSM))


def to_gsm(text: str) -> str:
    """Return the text with dashes, quotes, spaces and signs in their GSM-7 form, where there is one.

    Letters are left alone: å ä ö é ü are in GSM-7, and a name is never rewritten.
    """
    return _DEGREES.sub(" grader", text).translate(_REPLACED) if "°" in text else text.translate(_REPLACED)


def _parts(units: int, one: int, each: int) -> int:
    return 1 if units <= one else -(-units // each)
