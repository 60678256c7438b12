#!/usr/bin/python3
"""Whether dividing the big tables pays, by year or by person: the same rows in three layouts on one PostgreSQL, the same
questions in turn; then a tenth of the current year's records changed, and VACUUM. A line of JSON for each figure.

usage: tests/bench/partitions/compare.py LOCATION [--people N] [--rounds N] [--layouts N,N]

LOCATION is a libpq string of a database that `ce-admin init` made and nobody needs (its role must be allowed to make schemas;
fsync is the server's). Takes 3 GB at 100,000 people with three layouts, gone at the end. Needs python3-psycopg2.
"""
import argparse
import json
import time

import psycopg2

import layouts
from questions import QUESTIONS, Asker

YEARS, EACH = 6, 12


def tell(**figures):
    print(json.dumps(figures), flush=True)


def statement(connection, text):
    begin = time.monotonic()
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(text)
    connection.autocommit = False
    return time.monotonic() - begin


def fill(connection, layout, people):
    begin = time.monotonic()
    layouts.make(connection, layout, YEARS)
    layouts.fill(connection, layout, people, YEARS, EACH)
    middle = time.monotonic()
    layouts.index(connection, layout)
    statement(connection, "ANALYZE " + ", ".join(f"{layouts.schema_of(layout)}.{table}" for table in layouts.TABLES))
    rows, trees = layouts.bytes_of(connection, layout)
    tell(layout=layout, people=people, filled_s=round(middle - begin, 1), indexed_s=round(time.monotonic() - middle, 1),
         rows_mb=rows >> 20, indexes_mb=trees >> 20)


def ask(asker, layout, question, times, nth):
    took, rows = [], 0
    for _ in range(times):
        begin = time.monotonic()
        rows += getattr(asker, question)()
        asker.connection.commit()
        took.append((time.monotonic() - begin) * 1000)
    took.sort()
    tell(layout=layout, question=question, round=nth, p50_ms=round(took[len(took) // 2], 3),
         p99_ms=round(took[len(took) * 99 // 100], 3), rows=rows)


def clean(connection, layout):
    """A tenth of the current year is changed, as reviews do; what VACUUM then takes, and what it takes when nothing is to do."""
    name = layouts.schema_of(layout)
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {name}.learning_records SET version = version + 1 WHERE credit_year = {layouts.LAST} AND "
                       "professional % 10 = 0")
    connection.commit()
    parts = [f"{name}.learning_records"]
    if layout == "by year":  # autovacuum would not touch the closed ones
        parts = [f"{name}.learning_records_{layouts.LAST}"]
    tell(layout=layout, vacuum_s=round(statement(connection, "VACUUM " + ", ".join(parts)), 2),
         again_s=round(statement(connection, "VACUUM " + ", ".join(parts)), 2),
         analyze_s=round(statement(connection, f"ANALYZE {name}.learning_records"), 2))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("location")
    parser.add_argument("--people", type=int, default=100000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--layouts", default=",".join(layouts.LAYOUTS))
    given = parser.parse_args()
    chosen = given.layouts.split(",")
    connection = psycopg2.connect(given.location)
    askers = {}
    try:
        for layout in chosen:
            fill(connection, layout, given.people)
            own = psycopg2.connect(given.location, options=f"-c search_path={layouts.schema_of(layout)}")
            askers[layout] = Asker(own, given.people, list(layouts.years(YEARS)))
        for nth in range(1, given.rounds + 1):
            for question, times in QUESTIONS:
                for layout in chosen:
                    ask(askers[layout], layout, question, times, nth)
        for layout in chosen:
            clean(connection, layout)
    finally:
        connection.rollback()
        for asker in askers.values():
            asker.connection.close()
        for layout in chosen:
            statement(connection, f"DROP SCHEMA IF EXISTS {layouts.schema_of(layout)} CASCADE")


if __name__ == "__main__":
    main()
