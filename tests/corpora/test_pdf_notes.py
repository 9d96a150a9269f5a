"""Lines of PDF pages, put in place here: what of them is furniture, what is notes, what is text."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from corpora.readers.pdf import footnotes
from corpora.readers.pdf.flow import paragraphs
from corpora.readers.pdf.furniture import EDGE, TALLER_FOOT, without_furniture
from corpora.readers.pdf.pages import Line, Page

WIDTH, HEIGHT, LEFT, RIGHT = 600.0, 800.0, 100.0, 500.0
USUAL, SMALL, LEADING = 10.0, 8.0, 12.0
FOOT, HEAD, MIDDLE = 50.0, 760.0, 400.0


def line(text: str, y: float, *, size: float = USUAL, right: float = RIGHT) -> Line:
    """A line of text that stands on a height and fills the measure unless told otherwise."""
    top, word = y + 0.7 * size, LEFT + 5.0 * len(text.split()[0])
    return Line(text, LEFT, right, y, top, y, top, word, y, False, size)


def lines(*texts: str, y: float = MIDDLE, size: float = USUAL) -> list[Line]:
    """Lines one below the other."""
    return [line(text, y - n * LEADING, size=size) for n, text in enumerate(texts)]


def page(*content: Line) -> Page:
    return Page(content, WIDTH, HEIGHT)


# ---------------------------------------------------------------- running heads, page numbers


def left_out(*pages: Page) -> list[str]:
    kept, furniture = without_furniture(pages)
    texts = [x.text for p in pages for x in p.lines]
    assert sorted([x.text for p in kept for x in p.lines] + [u.text for u in furniture]) == sorted(texts)
    return [u.text for u in furniture]


def test_a_head_that_comes_again_is_none_of_the_text_but_a_first_page_may_begin_with_it() -> None:
    pages = [page(line("Care of paths", HEAD), line(f"Text {n} of it", MIDDLE)) for n in "abc"]
    assert left_out(*pages) == ["Care of paths", "Care of paths"]


@pytest.mark.parametrize("foot", ["Report, page {} of it", "{} Care of paths 2015", "2015 | sheet {}"])
def test_a_line_whose_number_counts_the_pages_is_furniture(foot: str) -> None:
    counted = [foot.format(n) for n in (11, 12, 13)]
    assert left_out(*(page(line("Text", MIDDLE), line(text, FOOT)) for text in counted)) == counted


def test_a_number_that_does_not_count_the_pages_belongs_to_the_text() -> None:
    assert left_out(*(page(line(f"Report, page {n} of it", FOOT)) for n in (11, 15, 27))) == []


def test_what_comes_again_in_the_middle_of_pages_or_at_another_height_is_text() -> None:
    assert left_out(*(page(line("Decides also:", MIDDLE)) for _ in range(4))) == []
    assert left_out(*(page(line("Decides also:", FOOT + 12 * n)) for n in range(4))) == []
    above_the_foot = HEIGHT * (EDGE + TALLER_FOOT) / 2
    assert left_out(*(page(line("Decides also:", above_the_foot)) for _ in range(4))) == ["Decides also:"]


def test_a_head_counts_from_a_third_of_the_pages() -> None:
    def document(heads: int) -> list[Page]:
        return [page(line("Annex", HEAD) if n < heads else line(f"Text {n}", MIDDLE)) for n in range(12)]

    assert left_out(*document(heads=3)) == []
    assert left_out(*document(heads=4)) == ["Annex"] * 3  # not on the first page


@pytest.mark.parametrize("text", ["2", "- 2 -", "Page 2", "2/3", "06-50451", "10-46464* (E) 270710"])
def test_page_and_job_numbers_are_told_by_their_form_and_place(text: str) -> None:
    pages = [page(line(f"Text {n}", MIDDLE)) for n in range(3)]
    assert left_out(pages[0], page(line(text, FOOT)), pages[2]) == [text]
    assert left_out(pages[0], page(line(text, MIDDLE)), pages[2]) == []


def test_a_resolution_of_the_symbol_61_194_is_no_page_number() -> None:
    assert left_out(page(line("Text", MIDDLE)), page(line("61/194", FOOT))) == []


def test_a_bar_code_is_furniture_wherever_it_stands() -> None:
    assert left_out(page(line("*1046464*", MIDDLE))) == ["*1046464*"]


# ---------------------------------------------------------------- notes at the foot of a page


def parted(
    *content: Line, last: int = 0, open_note: bool = False
) -> tuple[list[str], list[tuple[str, list[str]]]]:
    """The text of a page, and the markers and lines of its notes."""
    text, notes = footnotes.part([*content], last, USUAL, open_note=open_note)
    return [x.text for x in text], [(n.marker, n.lines) for n in notes]


def test_small_print_with_raised_markers_is_notes() -> None:
    text = lines("The path,¹ and the hill,²", "which is high")
    notes = lines("¹ A/48/49, para. 2.", "²See there, and", "what follows it.", y=100, size=SMALL)
    assert parted(*text, *notes) == (
        ["The path,¹ and the hill,²", "which is high"],
        [("1", ["A/48/49, para. 2."]), ("2", ["See there, and", "what follows it."])],
    )


def test_plain_numbers_in_small_print_are_markers_where_the_text_cites_them_and_they_count_on() -> None:
    text = lines("The path³ and the hill⁴")
    notes = lines("3 See A/48/49, and the", "12 volumes of it.", "4 See there.", y=100, size=SMALL)
    assert parted(*text, *notes, last=2) == (
        ["The path³ and the hill⁴"],
        [("3", ["See A/48/49, and the", "12 volumes of it."]), ("4", ["See there."])],
    )
    uncited = lines("The path and the hill")
    assert parted(*uncited, *notes, last=2)[1] == []


def test_print_of_the_usual_size_is_small_only_below_a_threshold() -> None:
    text = lines("The path³ and the hill")
    for share, found in ((footnotes.SMALL_PRINT + 0.01, []), (footnotes.SMALL_PRINT - 0.01, ["3"])):
        notes = lines("3 See A/48/49.", y=100, size=share * USUAL)
        assert [marker for marker, _ in parted(*text, *notes, last=2)[1]] == found


def test_without_small_print_raised_markers_that_count_on_to_the_end_of_the_page_are_notes() -> None:
    text = lines("The path¹ and the hill")
    assert parted(*text, *lines("¹ See A/48/49.", y=100))[1] == [("1", ["See A/48/49."])]
    assert parted(*text, *lines("⁷ See A/48/49.", y=100))[1] == []
    assert parted(*text, *lines("¹ See A/48/49.", "4. Decides to go;", y=100))[1] == []
    assert parted(*text, *lines("* the path, and", "* the hill", y=100))[1] == []


def test_a_rule_parts_notes_from_the_text() -> None:
    text = lines("The path* and the hill")
    found = parted(*text, *lines("__________", "* Reissued for reasons of the path.", y=100))
    assert found == (["The path* and the hill"], [("*", ["Reissued for reasons of the path."])])


def test_small_print_at_the_foot_goes_on_from_a_note_that_broke_off() -> None:
    content = [*lines("The text goes on"), *lines("and the note does.", y=100, size=SMALL)]
    assert parted(*content, last=1, open_note=True)[1] == [("", ["and the note does."])]
    assert parted(*content, last=1, open_note=False)[1] == []


def test_small_print_above_the_text_is_no_note() -> None:
    content = [*lines("Distr.: General", size=SMALL), *lines("The path and the hill", y=100)]
    assert parted(*content) == (["Distr.: General", "The path and the hill"], [])


# ---------------------------------------------------------------- a list of notes behind the text

TEXT = ["Reaffirming the path,¹ the hill² and", "all that grows beside them,³"]
NOTES = ["¹ See the report on hills.", "² See the report of the conference on paths and"]
TAIL = "what grows beside them, chapter two."


def document(*last_page: Line, notes: Sequence[Line] = ()) -> list[tuple[str, str]]:
    """The labels and texts of a document whose list of notes ends on the last page."""
    end = line("Adopted at the 3rd meeting", MIDDLE, right=250.0)
    first, second = page(*lines(*TEXT)), page(end, *(notes or lines(*NOTES, y=100)))
    return [(b.label, b.text) for b in paragraphs([first, second, page(*last_page)])]


def test_a_list_of_notes_goes_on_over_the_page() -> None:
    found = document(*lines(TAIL, "³ See there.", y=HEAD))
    assert found[1:] == [
        ("", "Adopted at the 3rd meeting"),
        ("1", "See the report on hills."),
        ("2", f"See the report of the conference on paths and {TAIL}"),
        ("3", "See there."),
    ]


def test_the_last_page_may_hold_nothing_but_the_end_of_the_last_note() -> None:
    assert document(line(TAIL, HEAD))[-1] == ("2", f"See the report of the conference on paths and {TAIL}")


def test_what_follows_on_a_page_with_more_than_notes_is_text() -> None:
    found = document(*lines("what grows is told in an annex.", y=HEAD), line("Annex", MIDDLE, right=130.0))
    assert [label for label, text in found if "annex" in text] == [""]


def test_a_note_that_ended_before_its_line_did_has_no_more_on_the_next_page() -> None:
    notes = [line(NOTES[0], 100), line("² A/48/49, annex", 88, right=200.0)]
    assert document(line(TAIL, HEAD), notes=notes)[-1] == ("2", "A/48/49, annex")


def test_text_goes_on_over_the_page_where_notes_stand_below_what_cites_them() -> None:
    first = page(
        *lines("Reaffirming the path,¹ and the hill and"), *lines("¹ See the report on hills and", y=100)
    )
    found = [(b.label, b.text) for b in paragraphs([first, page(line("all that grows there,", HEAD))])]
    assert found[0] == (
        "",
        "Reaffirming the path,¹ and the hill and all that grows there,",
    )
