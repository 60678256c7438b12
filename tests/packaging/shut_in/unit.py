"""What a systemd unit says of its service, drop-ins included."""


def read(root, name):
    """Setting -> its values in order, an empty one clearing those before it. `root` is where the packages are installed."""
    files = [path for place in ("usr/lib", "etc") for path in [
        root / place / "systemd/system" / name, *sorted((root / place / "systemd/system" / f"{name}.d").glob("*.conf"))]]
    settings, section = {}, ""
    for path in filter(lambda one: one.exists(), files):
        for line in path.read_text(encoding="utf-8").splitlines():
            line = line.strip()
            if line.startswith("["):
                section = line
            elif "=" in line and not line.startswith(("#", ";")) and section == "[Service]":
                key, value = line.split("=", 1)
                settings[key] = [*settings.get(key, []), value.strip()] if value.strip() else []
    if not settings:
        raise SystemExit(f"{name}: no such unit in {root}")
    return settings


def words(settings, key):
    return " ".join(settings.get(key, [])).split()


def is_on(settings, key):
    return settings.get(key, ["no"])[-1] in ("yes", "true", "on", "1")
