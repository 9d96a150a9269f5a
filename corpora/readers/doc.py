"""Legacy Word files (.doc) and RTF, through a program that knows them.

LibreOffice makes a DOCX of the file, with its numbers, notes, italics and tracked changes. Where only antiword is
installed it tells the text of a .doc: no italics, raised characters as plain ones, the notes at the end.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from pathlib import Path
from tempfile import TemporaryDirectory

from corpora.errors import DamagedDocument, DocumentError, EmptyDocument, UnsupportedFormat
from corpora.model import Provenance, Resolution
from corpora.readers import docx
from corpora.readers.blocks import Block, TextBuilder
from corpora.readers.structure import recognise

PATIENCE = 120  # seconds for one file; a resolution takes one or two, most of them to start the program
OFFICES = (
    "soffice",
    "libreoffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
)
_RTF = b"{\\rtf"
# A document may name pictures on the network, whose owner would learn who reads it, and hold macros: a proxy where
# nobody listens (port 9 is for discarding) keeps LibreOffice from all of it.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">{}</oor:items>
"""
_SETTING = (
    '<item oor:path="/org.openoffice.{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
)
_CLOSED = (
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetNoProxy", ""),
    *(("Inet/Settings", f"ooInet{kind}ProxyName", "127.0.0.1") for kind in ("HTTP", "HTTPS", "FTP")),
    *(("Inet/Settings", f"ooInet{kind}ProxyPort", "9") for kind in ("HTTP", "HTTPS", "FTP")),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
)
_PLAINER = (
    "antiword tells no italics and no raised characters, so that a note's mark may stand as a digit: "
    "with LibreOffice installed both are read"
)
_RULE = re.compile(r"^-{10,}$", re.MULTILINE)  # what antiword puts before the notes
_NOTE = re.compile(r"^\[(\d+)\] ", re.MULTILINE)
_CITED = re.compile(r"\[(\d+)\]")


def read(
    data: bytes, provenance: Provenance, language: str | None = None, *, revisions: docx.Revisions = "after"
) -> Resolution:
    """The document in the bytes of a legacy Word file.

    `revisions` is as for DOCX. Raises `UnsupportedFormat` where neither program is installed, `DamagedDocument`
    where it cannot read the file, `EmptyDocument`.
    """
    name = provenance.source
    if office := next(filter(None, map(shutil.which, OFFICES)), None):
        return docx.read(_converted(office, data, name), provenance, language, revisions=revisions)
    antiword = shutil.which("antiword")
    if antiword and revisions == "after" and not data.startswith(_RTF):
        blocks = list(_blocks(_told(antiword, data, name)))
        if not blocks:
            raise EmptyDocument("the file holds no text", name, "choose another file")
        return recognise(blocks, provenance=provenance, language=language, warnings=[_PLAINER])
    what = "an RTF file" if data.startswith(_RTF) else "a legacy Word file (.doc)"
    raise UnsupportedFormat(
        f"{what} is read through LibreOffice, which is not installed",
        name,
        "install it, or save the file as DOCX",
    )


def _converted(office: str, data: bytes, name: str) -> bytes:
    """The file as DOCX; with a profile of its own, so that no open LibreOffice is disturbed and nothing is fetched."""
    with TemporaryDirectory(prefix="resdiff-") as folder:
        source = Path(folder) / ("file.rtf" if data.startswith(_RTF) else "file.doc")
        source.write_bytes(data)
        profile = Path(folder) / "profile"
        settings = _SETTINGS.format("".join(_SETTING.format(*one) for one in _CLOSED))
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(settings, encoding="utf-8")
        _run(
            [
                office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore",
                "--convert-to", "docx", "--outdir", folder, str(source),
            ],
            "LibreOffice", name, folder,
        )  # fmt: skip
        made = source.with_suffix(".docx")
        if not made.exists():
            raise _unreadable("LibreOffice", name)
        return made.read_bytes()


def _told(antiword: str, data: bytes, name: str) -> str:
    """The file's text, a paragraph a line."""
    with TemporaryDirectory(prefix="resdiff-") as folder:
        source = Path(folder) / "file.doc"
        source.write_bytes(data)
        told, well = _run([antiword, "-m", "UTF-8.txt", "-w", "0", str(source)], "antiword", name, folder)
    if not well:
        raise _unreadable("antiword", name)
    return told.decode("utf-8", "replace")


def _unreadable(program: str, name: str) -> DocumentError:
    return DamagedDocument(f"{program} cannot read it: damaged, or with a password", name, "save it as DOCX")


def _run(command: Sequence[str], program: str, name: str, folder: str) -> tuple[bytes, bool]:
    """What a program printed, and whether it ended well; what it leaves behind stays in the folder."""
    with subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
        env={**os.environ, "TMPDIR": folder},
    ) as process:
        try:
            printed, _ = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            what = f"{program} did not finish within {PATIENCE} s"
            raise DamagedDocument(what, name, "save it as DOCX") from None
        finally:
            if process.poll() is None:
                _end(process)
    return printed, process.returncode == 0


def _end(process: subprocess.Popen[bytes]) -> None:
    """End a program with what it started; LibreOffice's command only starts the real one."""
    if hasattr(os, "killpg"):
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()


def _blocks(text: str) -> Iterator[Block]:
    """The paragraphs of antiword's text; a number in brackets cites the note of that number, if there is one."""
    *parts, notes = _RULE.split(text) if _RULE.search(text) else (text, "")
    found = list(_NOTE.finditer(notes))
    markers = frozenset(note[1] for note in found)
    for paragraph in re.split(r"\n\s*\n", "".join(parts)):
        if (block := _block(paragraph, markers)).text:
            yield block
    for note, after in zip_longest(found, found[1:]):
        text = notes[note.end() : after.start() if after else None]
        yield _block(text, frozenset())._replace(label=note[1], hint="note")


def _block(text: str, markers: frozenset[str]) -> Block:
    builder, done = TextBuilder(), 0
    for cited in _CITED.finditer(text):
        if cited[1] in markers:
            builder.add(text[done : cited.start()])
            builder.note(cited[1])
            done = cited.end()
    builder.add(text[done:])
    return builder.block()
