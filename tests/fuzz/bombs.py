"""Files that unpack to what no machine holds, through the console's upload and the sites' API: a clear refusal, memory
in bounds."""
import io
import re
import time
import zipfile

from rudeness import rude_uploads

MOST_MB = 900  # of the whole process with AddressSanitizer, whose quarantine alone may hold 256; the first bomb unpacks to 1024
TYPES = ('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
         'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
         'ContentType="application/xml"/></Types>')
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
WORKBOOK = (f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets>'
            '</workbook>')
LINKS = {"_rels/.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{RELATIONS}/officeDocument" '
                        'Target="xl/workbook.xml"/></Relationships>',
         "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId1" Type="{RELATIONS}/worksheet" '
                                       f'Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="{RELATIONS}/'
                                       'sharedStrings" Target="sharedStrings.xml"/></Relationships>'}
SHEET = (f'<worksheet xmlns="{MAIN}"><sheetData>', "</sheetData></worksheet>")
MEGABYTE = b" " * (1 << 20)


def book(parts, more=0):
    """A workbook; a part is text, or (text before, megabytes of blanks, text after). `more` empty parts besides."""
    parts = {"[Content_Types].xml": TYPES, "xl/workbook.xml": WORKBOOK, "xl/worksheets/sheet1.xml": "".join(SHEET), **LINKS, **parts}
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, part in parts.items():
            before, blanks, after = part if isinstance(part, tuple) else (part, 0, "")
            with packed.open(name, "w") as out:
                out.write(before.encode())
                for _ in range(blanks):
                    out.write(MEGABYTE)
                out.write(after.encode())
        for place in range(more):
            packed.writestr(f"xl/{place}.xml", "")
    return file.getvalue()


def entities(depth=12):
    """Ten of the one before each: a "billion laughs"."""
    lines = ['<!ENTITY e0 "学">', *(f'<!ENTITY e{i} "{f"&e{i - 1};" * 10}">' for i in range(1, depth))]
    return f'<?xml version="1.0"?><!DOCTYPE x [{"".join(lines)}]>'


def bombs():
    """(what it is, file name, bytes)"""
    row = '<row r="1"><c r="A1" t="inlineStr"><is><t>{}</t></is></c></row>'
    whole = book({"xl/worksheets/sheet1.xml": (SHEET[0], 1024, SHEET[1])})
    yield "a sheet of 1 GB", "a.xlsx", whole
    yield "strings of 512 MB", "b.xlsx", book({"xl/sharedStrings.xml": (f'<sst xmlns="{MAIN}"><si><t>', 512, "</t></si></sst>")})
    yield "a workbook of 256 MB", "c.xlsx", book({"xl/workbook.xml": (WORKBOOK, 256, "")})
    yield "20,000 parts", "d.xlsx", book({}, more=20_000)
    yield "entities in entities", "e.xlsx", book({"xl/worksheets/sheet1.xml": entities() + SHEET[0] + row.format("&e11;") + SHEET[1]})
    yield "a cell far away", "f.xlsx", book({"xl/worksheets/sheet1.xml": SHEET[0] + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
                                             + SHEET[1]})
    yield "elements 400,000 deep", "g.xlsx", book({"xl/worksheets/sheet1.xml": SHEET[0] + "<a>" * 400_000 + SHEET[1]})
    many = "".join(f"<si><t>{i}</t></si>" for i in range(3_000_000))
    yield "3,000,000 strings", "h.xlsx", book({"xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{many}</sst>'})
    yield "half a bomb", "i.xlsx", whole[:len(whole) // 2]
    yield "a bomb that calls itself CSV", "j.csv", whole
    yield "one line of 20 MB", "k.csv", "证件号码,姓名\n".encode() + b"," * (19 << 20)
    yield "20 MB of zeros", "l.csv", bytes(19 << 20)


class Clerk:
    """The institution of the demo accounts, signed in to the console."""

    def __init__(self, hall):
        self.hall = hall
        answer = hall.ask("POST", "/console/sign-in", f"login=demo.institution&password={hall.password}".encode(),
                          {"Content-Type": "application/x-www-form-urlencoded"})
        assert answer.status == 303, answer.body
        self.cookie = answer.headers["Set-Cookie"].split(";")[0]
        self.csrf = re.search(r'name="csrf" value="(\w+)"', self.get("/console/imports").body.decode()).group(1)

    def get(self, target):
        return self.hall.ask("GET", target, None, {"Cookie": self.cookie})

    def upload(self, name, content):
        boundary = "fuzz0123456789"
        parts = [f'--{boundary}\r\nContent-Disposition: form-data; name="csrf"\r\n\r\n{self.csrf}\r\n'.encode(),
                 f'--{boundary}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'.encode(), content,
                 f"\r\n--{boundary}--\r\n".encode()]
        return self.hall.ask("POST", "/console/imports", b"".join(parts),
                             {"Cookie": self.cookie, "Content-Type": f"multipart/form-data; boundary={boundary}"})


def outcome(clerk, answer):
    """What the page says of a file that was taken in; empty where it was not refused in so many words."""
    address = answer.headers["Location"]
    for _ in range(600):
        if b'"ended":true' in clerk.get(address + "/state").body:
            break
        time.sleep(0.1)
    page = clerk.get(address).body.decode()
    said = re.search(r"文件没有办理.*?<p[^>]*>(.*?)</p>", page, re.S)
    return said.group(1) if said and "系统未能完成" not in page else ""


def throw(hall):
    """(what was done, what is wrong with the answer) for every bomb; nothing wrong is an empty text."""
    clerk = Clerk(hall)
    for what, name, content in bombs():
        answer = clerk.upload(name, content)
        if answer.status == 303:
            yield what, "" if outcome(clerk, answer) else "no clear refusal"
        else:
            yield what, "" if answer.status in (413, 422) else f"{answer.status} {answer.body[:200]!r}"
        # A site's records are JSON: whatever else comes, packed or not, is no message.
        for more in ({}, {"Content-Encoding": "gzip"}, {"Content-Type": "application/zip"}):
            headers = {"Authorization": f"Bearer {hall.site_key}", "Content-Type": "application/json", **more}
            answer = hall.ask("POST", "/api/v1/site/records", content[:1 << 20], headers)
            yield f"{what} to the site API {more}", "" if 400 <= answer.status < 500 else str(answer.status)
    for target in ("/console/imports", "/console/register/training"):
        for done, status, right in rude_uploads(hall.port, {"Cookie": clerk.cookie}, target):
            yield f"{target} {done}", "" if status == right else f"{status}, not {right}"
    peak = hall.peak_mb()
    yield "memory after all bombs", "" if peak < MOST_MB else f"{peak} MB"
