"""Run by LibreOffice's Python: open documents, accept or reject every change, tell what is left.

Reads lines "PATH<TAB>accept|reject" from stdin and prints one JSON line for each: the paragraphs, and the notes in
the order of the text. Needs the modules of LibreOffice (Debian: python3-uno) and an office that listens at the
pipe named in the first argument.
"""

import json
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def connect(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(120):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context, context.ServiceManager
        except NoConnectException:
            time.sleep(0.5)
    raise SystemExit("no office answers")


def value(name, content):
    out = PropertyValue()
    out.Name, out.Value = name, content
    return out


def paragraphs(text):
    out = []
    walk = text.createEnumeration()
    while walk.hasMoreElements():
        element = walk.nextElement()
        if not element.supportsService("com.sun.star.text.Paragraph"):
            out.append(["table", "", ""])
            continue
        words, italic, notes = "", "", []
        portions = element.createEnumeration()
        while portions.hasMoreElements():
            portion = portions.nextElement()
            if portion.TextPortionType == "Text" and portion.CharStyleName != "NoteAgain":
                words += portion.String
                # Half the languages set italics for their own script only.
                slanted = "NONE" not in (portion.CharPosture.value, portion.CharPostureComplex.value)
                italic += "I."[not slanted] * len(portion.String)
            elif portion.TextPortionType == "Footnote":
                notes.append(portion.Footnote.String.strip(" "))
        out.append([element.ParaStyleName, words, italic, notes])
    return out


def main():
    context, manager = connect(sys.argv[1])
    desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    for line in sys.stdin:
        path, act = line.rstrip("\n").split("\t")
        document = desktop.loadComponentFromURL(
            uno.systemPathToFileUrl(path), "_blank", 0, (value("Hidden", True),)
        )
        if act != "keep":
            command = ".uno:AcceptAllTrackedChanges" if act == "accept" else ".uno:RejectAllTrackedChanges"
            dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
        left = document.Redlines.createEnumeration().hasMoreElements() if act != "keep" else False
        answer = {"path": path, "act": act, "left": left, "paragraphs": paragraphs(document.Text)}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
        document.close(True)


main()
