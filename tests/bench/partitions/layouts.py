"""The store's big tables in three layouts, each a schema of the same database, filled with the same rows in the order they come
in: year by year, so that a person's years lie apart."""

TABLES = ("professionals", "employers", "record_proofs", "review_steps", "issue_register", "print_outcomes", "kiosks", "changes",
          "learning_records", "yearly_standings", "certificates")
BIG = TABLES[-3:]
LAYOUTS = ("whole", "by year", "by person")
PARTS = 16  # of a table that is hashed
REGIONS = 120
LAST = 2026


def schema_of(layout):
    return layout.replace(" ", "_")


def years(count):
    return range(LAST - count + 1, LAST + 1)


def indexes(connection, table):
    """The store's own, without what a partitioned table cannot have: a key that does not hold what it is divided by."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename = %s ORDER BY indexname", (table,))
        return [definition for definition, in cursor.fetchall()]


def divided(layout, table):
    """The column that the table is divided by and how; None: it is not."""
    if layout == "by year":
        return {"learning_records": "credit_year", "yearly_standings": "year", "certificates": "year"}.get(table)
    if layout == "by person":  # a certificate is asked for by its number and listed in the order of numbers
        return {"learning_records": "professional", "yearly_standings": "professional"}.get(table)
    return None


def make(connection, layout, count):
    name = schema_of(layout)
    with connection.cursor() as cursor:
        cursor.execute(f"DROP SCHEMA IF EXISTS {name} CASCADE; CREATE SCHEMA {name}")
        for table in TABLES:
            column = divided(layout, table)
            if column is None:
                cursor.execute(f"CREATE TABLE {name}.{table} (LIKE public.{table} INCLUDING DEFAULTS)")
            elif layout == "by year":
                cursor.execute(f"CREATE TABLE {name}.{table} (LIKE public.{table} INCLUDING DEFAULTS) PARTITION BY LIST ({column})")
                for year in years(count):
                    cursor.execute(f"CREATE TABLE {name}.{table}_{year} PARTITION OF {name}.{table} FOR VALUES IN ({year})")
            else:
                cursor.execute(f"CREATE TABLE {name}.{table} (LIKE public.{table} INCLUDING DEFAULTS) PARTITION BY HASH ({column})")
                for part in range(PARTS):
                    cursor.execute(f"CREATE TABLE {name}.{table}_{part} PARTITION OF {name}.{table} "
                                   f"FOR VALUES WITH (MODULUS {PARTS}, REMAINDER {part})")
    connection.commit()


def index(connection, layout):
    """Afterwards, as an import does."""
    name = schema_of(layout)
    with connection.cursor() as cursor:
        for table in TABLES:
            column = divided(layout, table)
            for definition in indexes(connection, table):
                definition = definition.replace(" public.", f" {name}.")
                inside = definition.split("(", 1)[1]
                if column and " UNIQUE " in definition and column not in inside:
                    definition = definition.replace(")", f", {column})", 1)
                cursor.execute(definition)
    connection.commit()


def fill(connection, layout, people, count, each):
    """`each` records of a person in all; what is of the current year waits in part."""
    name = schema_of(layout)
    a_year = each // count
    with connection.cursor() as cursor:
        cursor.execute(f"SET search_path = {name}")
        cursor.execute(f"""INSERT INTO professionals (id, id_number, name, region, created_ms)
            SELECT i, '44010618850' || (1000000 + i), '陈家明', CAST(440000 + i %% {REGIONS} AS TEXT), 0
            FROM generate_series(1, %s) i""", (people,))
        for nth, year in enumerate(years(count)):
            first = nth * people * a_year
            cursor.execute(f"""INSERT INTO learning_records (id, professional, content, subject, activity, review, assessment, mandatory,
                in_guide, within_schooling, units, minutes, start_day, end_day, credit_year, created_ms, review_region)
                SELECT {first} + i, 1 + (i - 1) %% %s, '专业技术人员继续教育课程', 'professional', 'training',
                CASE WHEN {year} = {LAST} AND (i - 1) / %s = {a_year - 1} THEN 'pending_hrss' ELSE 'accepted' END, 'pass', 0, 0, 0, 3000,
                2700, '{year}-03-02', '{year}-03-20', {year}, 0, CAST(440000 + (1 + (i - 1) %% %s) %% {REGIONS} AS TEXT)
                FROM generate_series(1, %s) i""", (people, people, people, people * a_year))
            cursor.execute(f"""INSERT INTO yearly_standings (professional, year, state, issuing_region, complete, public_units,
                professional_units, mandatory_units, elective_units, total_units, public_missing, professional_missing,
                mandatory_missing, elective_missing, total_missing, reasons, record_versions, judged_ms)
                SELECT i, {year}, CASE WHEN {year} = {LAST} THEN 'ready' ELSE 'issued' END, CAST(440000 + i %% {REGIONS} AS TEXT), 1, 3000,
                4200, 1400, 1800, 9000, 0, 0, 0, 0, 0, '', 12, 0 FROM generate_series(1, %s) i""", (people,))
            if year < LAST:
                cursor.execute(f"""INSERT INTO certificates (number, professional, year, name, region, authority, issue_day, seal_mode,
                    verdict, issued_ms, token)
                    SELECT CAST(440000 + i %% {REGIONS} AS TEXT) || '{year % 100}' || lpad(CAST(1 + i / {REGIONS} AS TEXT), 6, '0'), i,
                    {year}, '陈家明', CAST(440000 + i %% {REGIONS} AS TEXT), '某市人力资源和社会保障局', '{year}-12-01', 'ukey', i, 0,
                    repeat('t', 140) FROM generate_series(1, %s) i""", (people,))
        cursor.execute(f"""INSERT INTO changes (scope, kind, id, seq) SELECT CAST(440000 + i %% {REGIONS} AS TEXT), 'standing',
            CAST(i AS TEXT), 1 + i / {REGIONS} FROM generate_series(1, %s) i""", (people,))
    connection.commit()


def bytes_of(connection, layout):
    """(rows' bytes, indexes' bytes) of the three tables together."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT sum(pg_table_size(c.oid)), sum(pg_indexes_size(c.oid)) FROM pg_class c JOIN pg_namespace n ON "
                       "n.oid = c.relnamespace WHERE n.nspname = %s AND c.relkind = 'r' AND c.relname ~ %s",
                       (schema_of(layout), f"^({'|'.join(BIG)})(_[0-9]+)?$"))
        return tuple(int(part) for part in cursor.fetchone())
