"""A store of ce-central with as many certificates as asked for. Names are made of two lists, births lie before 1901."""
import sqlite3

PER_COUNTER = 900_000  # a county and year number from 000001 to 999999


def fill(store, certificates, progress=lambda done: None):
    """`store` was made by `ce-admin init`. Rows go in by the store's own schema, so a change of it shows here."""
    base = sqlite3.connect(store)
    base.execute("PRAGMA synchronous=OFF")
    base.execute("PRAGMA foreign_keys=OFF")
    base.execute("PRAGMA cache_size=-524288")  # ten million rows of an index in no order
    base.execute("INSERT INTO rule_readings (id, pack, switches) VALUES (1, 'GD2010', '')")
    for start in range(0, certificates, 100_000):
        last = min(start + 100_000, certificates)
        base.executemany(
            "INSERT INTO professionals (id, id_number, name, region, employer, created_ms) VALUES (?,?,?,'440106',NULL,0)",
            ((i, f"440106{1800 + i % 100}{i:08d}"[:17] + "X" + str(i), name_of(i)) for i in range(start, last)))
        base.executemany(
            "INSERT INTO yearly_verdicts (id, professional, year, reading, guide_units, public_units, professional_units, "
            "mandatory_units, elective_units, total_units, achievement_units, record_ids, judged_ms) "
            "VALUES (?,?,?,1,1260,1620,3780,1260,1080,6480,0,'',0)", ((i, i, year_of(i)) for i in range(start, last)))
        base.executemany(
            "INSERT INTO certificates (number, professional, year, name, region, authority, issue_day, seal_mode, verdict, "
            "issued_ms) VALUES (?,?,?,?,'440106','广州市天河区人力资源和社会保障局','2024-06-01','e_seal',?,0)",
            ((number_of(i), i, year_of(i), name_of(i), i) for i in range(start, last)))
        base.commit()
        progress(last)
    base.execute("ANALYZE")
    base.close()


def year_of(i):
    return 2011 + i // PER_COUNTER


def number_of(i):
    """The i-th certificate's number (article 15)."""
    return f"440106{year_of(i) % 100:02d}{i % PER_COUNTER + 1:06d}"


def name_of(i):
    return "陈李张王黄林何梁刘吴"[i % 10] + "文明志强晓玲海燕国华"[i // 10 % 10] + "平安康宁和乐"[i // 100 % 6]
