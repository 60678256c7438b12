"""This Debian with the packages installed on it, and gone again afterwards."""
import shutil
import subprocess
import tempfile
from pathlib import Path


def pack(build, out):
    """The packages of that build into `out`, which is made."""
    out.mkdir()
    subprocess.run(["cpack", "--config", build / "CPackConfig.cmake", "-B", out, "-D", "CPACK_DEBIAN_COMPRESSION_TYPE=none"],
                   cwd=build, check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(out / "_CPack_Packages", ignore_errors=True)


class Installed:
    """`with Installed(packages) as root:` an overlay on this machine's root, which itself is not touched."""

    def __init__(self, packages):
        self.packages = sorted(packages.glob("ce-*.deb"))
        self.place = Path(tempfile.mkdtemp(prefix="ce-installed-"))
        self.root = self.place / "root"

    def __enter__(self):
        try:
            self._lay()
        except BaseException:
            self.__exit__()
            raise
        return self.root

    def _lay(self):
        # Its upper layer cannot lie in an overlay, nor in the tree that it covers.
        subprocess.run(["mount", "-t", "tmpfs", "-o", "mode=755", "tmpfs", self.place], check=True)
        for name in ("upper", "work", "root"):
            (self.place / name).mkdir()
        options = f"lowerdir=/,upperdir={self.place}/upper,workdir={self.place}/work"
        subprocess.run(["mount", "-t", "overlay", "-o", options, "overlay", self.root], check=True)
        subprocess.run(["mount", "-t", "proc", "proc", self.root / "proc"], check=True)
        (self.root / "packages").mkdir()
        for file in self.packages:
            (self.root / "packages" / file.name).write_bytes(file.read_bytes())
        self.run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *[f"/packages/{file.name}" for file in self.packages])

    def run(self, *words):
        """As root in it; what it said."""
        ran = subprocess.run(["chroot", self.root, "env", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8",
                              "DEBIAN_FRONTEND=noninteractive", *words], check=False, capture_output=True, text=True,
                             stdin=subprocess.DEVNULL)
        if ran.returncode != 0:
            raise AssertionError(f"{' '.join(words)}:\n{(ran.stdout + ran.stderr)[-3000:]}")
        return ran.stdout

    def __exit__(self, *error):
        for at in (self.root / "proc", self.root, self.place):
            subprocess.run(["umount", "-l", at], check=False, stderr=subprocess.DEVNULL)
        self.place.rmdir()
