"""PDF pages, drawn here line by line, with what real ones have: running heads, superscripts, notes at the foot."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest

import corpora
from corpora.errors import DamagedDocument, EmptyDocument
from corpora.model import Resolution

WIDTH, HEIGHT, LEFT, SIZE, LEADING = 612, 792, 120, 10, 12


@dataclass
class Sheet:
    """A page under the pen: `y` is the next line's foot."""

    y: float = 700.0
    drawing: str = ""

    def text(self, x: float, y: float, text: str, size: float = SIZE) -> float:
        """Draw text, return roughly where it ends."""
        escaped = text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
        self.drawing += f"BT /F1 {size} Tf {x:.1f} {y:.1f} Td ({escaped}) Tj ET\n"
        return x + sum(_WIDTHS.get(c, 0.556) for c in text) * size

    def line(self, text: str, x: float = LEFT) -> None:
        """One line; ¹ and its like are drawn small and raised."""
        part = ""
        for c in text:
            if c in _RAISED:
                x = self.text(x, self.y, part)
                x = self.text(x, self.y + 4, _RAISED[c], 6)
                part = ""
            else:
                part += c
        self.text(x, self.y, part)
        self.y -= LEADING

    def paragraph(self, *lines: str) -> None:
        self.y -= 8
        for line in lines:
            self.line(line)


_RAISED = {"¹": "1", "²": "2", "³": "3"}
_WIDTHS = {" ": 0.278, ",": 0.278, ".": 0.278, ";": 0.278, "i": 0.222, "l": 0.222, "t": 0.278, "f": 0.278,
           "r": 0.333, "s": 0.5, "c": 0.5, "m": 0.833, "M": 0.833, "I": 0.278, "/": 0.278}  # fmt: skip


def pdf(*sheets: Sheet) -> bytes:
    """A file of these pages, in the one font that every reader has."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for sheet in sheets:
        stream = sheet.drawing.encode("latin-1")
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{sheet.drawing}endstream")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Contents {len(objects)} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    out, places = b"%PDF-1.4\n", []
    for n, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{n} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{at:010} 00000 n \n" for at in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


def resolution() -> bytes:
    first, second = Sheet(), Sheet(y=690)
    first.line("61/168. Enhancement of international cooperation")
    first.paragraph("The General Assembly,")
    first.paragraph(
        "Reaffirming its commitment to promoting international cooperation, as set forth in the",
        "Charter of the United Nations, adopted on 25 June 1993,¹ and the self-",
        "determination of peoples, and its coop-",
        "eration with all States in the field of human rights,",
    )
    first.paragraph(
        "Recalling the 81st meeting and the determination to go on in this field, and a resolution"
    )
    first.text(LEFT, 90, "1", 6)
    first.text(LEFT + 5, 86, "A/CONF.157/24 (Part I), chap. III.", 8)
    first.text(60, 50, "06-50451")
    second.text(60, 740, "A/RES/61/168")
    second.line("adopted by the Commission on Human Rights at its last session,")
    second.paragraph(
        "1. Reaffirms that it is one of the purposes of the United Nations to promote human rights;"
    )
    second.paragraph("2. Decides to continue its consideration of the question at its sixty-second session.")
    second.text(540, 50, "2")
    return pdf(first, second)


def read(data: bytes) -> Resolution:
    return corpora.read(data)


def test_lines_become_paragraphs_across_pages() -> None:
    found = {p.id: (p.label, p.text) for p in read(resolution()).paragraphs}
    assert found["pp1"][1].startswith("Reaffirming its commitment to promoting")
    assert "1993, and the self-determination of peoples, and its cooperation with all" in found["pp1"][1]
    assert found["pp2"][1].startswith("Recalling the 81st meeting")
    assert found["pp2"][1].endswith(
        "and a resolution adopted by the Commission on Human Rights at its last session,"
    )
    assert found["op1"][0] == "1."
    assert found["op2"][1].startswith("Decides to continue")


def test_raised_digits_are_references_and_notes_stand_apart() -> None:
    document = read(resolution())
    assert document["pp1"].note_targets == ("fn1",)
    assert (document["fn1"].label, document["fn1"].text) == ("1", "A/CONF.157/24 (Part I), chap. III.")


def test_running_heads_and_numbers_are_set_aside() -> None:
    assert {u.text for u in read(resolution()).unplaced} == {"06-50451", "A/RES/61/168", "2"}


def test_a_scan_says_that_it_needs_ocr() -> None:
    with pytest.raises(EmptyDocument, match="OCR"):
        read(pdf(Sheet(), Sheet()))


@pytest.mark.parametrize("cut", [40, 300], ids=["no pages", "half"])
def test_a_broken_file_gives_one_line(cut: int) -> None:
    with pytest.raises((DamagedDocument, EmptyDocument)) as caught:
        read(resolution()[:cut])
    assert "\n" not in str(caught.value)


def test_threads_take_turns_in_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    import pypdfium2

    inside: list[int] = []
    most = 0

    class Watched(pypdfium2.PdfDocument):  # type: ignore[misc]
        def __init__(self, data: bytes) -> None:
            nonlocal most
            inside.append(1)
            most = max(most, len(inside))
            time.sleep(0.01)  # lets another thread in, if any may come
            super().__init__(data)

        def close(self) -> None:
            super().close()
            inside.pop()

    monkeypatch.setattr(pypdfium2, "PdfDocument", Watched)
    with ThreadPoolExecutor(4) as threads:
        documents = [*threads.map(read, [resolution()] * 8)]
    assert most == 1
    assert len({d.paragraphs for d in documents}) == 1
