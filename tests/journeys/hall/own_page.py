"""A person at home on central's own pages: over HTTP as a browser does it; pictures are read as a scanner reads them."""
import re
import urllib.parse
import urllib.request

from .process import run


class OwnPage:
    def __init__(self, central, number, password):
        self.url, self.cookie = central.url, ""
        self.opener = urllib.request.build_opener(Stay)
        self._post("/console/sign-in", login=number, password=password)

    def _open(self, path, data=None):
        asked = urllib.request.Request(self.url + path, data, {"Cookie": self.cookie} if self.cookie else {})
        with self.opener.open(asked, timeout=10) as answer:
            if kept := answer.headers["Set-Cookie"]:
                self.cookie = kept.split(";")[0]
            return answer.read().decode()

    def _post(self, path, **members):
        return self._open(path, urllib.parse.urlencode(members).encode())

    def visit_code(self, folder):
        """What a scanner reads from the code that the page shows after the press of its key."""
        csrf = re.search(r'name="csrf" value="([^"]+)"', self._open("/console/year/kiosk"))[1]
        page = self._post("/console/year/kiosk", csrf=csrf)
        side = int(re.search(r'class="qr" viewBox="0 0 (\d+)', page)[1])
        picture = [[0] * side for _ in range(side)]
        for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\d+z", page):
            picture[int(y)][int(x):int(x) + int(width)] = [1] * int(width)
        file = folder / "code.pbm"
        rows = [" ".join(str(module) for module in row for _ in range(4)) for row in picture for _ in range(4)]
        file.write_text(f"P1\n{4 * side} {4 * side}\n" + "\n".join(rows) + "\n", encoding="ascii")
        return run("zbarimg", "-q", "--raw", "--nodbus", "-Sdisable", "-Sqrcode.enable", file).strip()


class Stay(urllib.request.HTTPRedirectHandler):
    """An answer that leads elsewhere is the answer: it carries the cookie."""

    def redirect_request(self, *_):
        return None

    def http_error_303(self, _request, answer, *_rest):
        return answer
