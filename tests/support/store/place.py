"""A fresh place for a store on the engine of this run: to the tests in Python what test_store.h is to those in C++."""
import os
import sqlite3
import subprocess
import uuid
from pathlib import Path


def cluster():
    """The socket directory of the tests' PostgreSQL, or nothing where this run is on SQLite."""
    if os.environ.get("CE_TEST_STORE") != "postgresql":
        return None
    return Path(os.environ["CE_POSTGRESQL_PLACE"]).read_text(encoding="utf-8").strip()


def psql(host, database, sql):
    ran = subprocess.run(["psql", "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", host, "-U", "ce", "-d", database,
                          "-c", sql], capture_output=True, text=True, check=False)
    if ran.returncode != 0:
        raise AssertionError(f"psql: {sql}: {ran.stderr}")
    return ran.stdout.splitlines()


class Place:
    """A file in `folder` that is not there yet, or an empty database; `files` and `keys` lie in `folder` on both engines."""

    def __init__(self, folder):
        self.files, self.keys = Path(folder) / "files", Path(folder) / "grant-keys"
        self.file, self.host, self.name = Path(folder) / "central.db", cluster(), f"ce_{uuid.uuid4().hex}"
        if self.host:
            psql(self.host, "postgres", f"CREATE DATABASE {self.name} STRATEGY FILE_COPY")

    @property
    def location(self):
        """What `ce-admin --db` takes."""
        return f"host={self.host} user=ce dbname={self.name}" if self.host else str(self.file)

    @property
    def settings(self):
        """The sections of central.toml that say where things are; [data] is last and may be added to."""
        return (f'[grants]\nkey_dir = "{self.keys}"\n[store]\n{"url" if self.host else "path"} = "{self.location}"\n'
                f'[data]\nfiles_dir = "{self.files}"\n')

    def column(self, sql):
        """The first column of what a query finds, as text."""
        if self.host:
            return psql(self.host, self.name, sql)
        with sqlite3.connect(f"file:{self.file}?mode=ro", uri=True) as store:
            return [str(row[0]) for row in store.execute(sql)]

    def change(self, sql):
        """What no program of ours would do to the store: a statement of the test's own."""
        if self.host:
            psql(self.host, self.name, sql)
            return
        with sqlite3.connect(self.file, timeout=30) as store:
            store.execute(sql)

    def drop(self):
        """A database is no file of the folder's, so it does not go with it."""
        if self.host:
            psql(self.host, "postgres", f"DROP DATABASE IF EXISTS {self.name} WITH (FORCE)")
