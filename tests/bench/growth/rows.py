"""A province of so many people in a PostgreSQL store that `ce-admin init` made: twelve records each as ce-bench-growth has them,
both years complete, a certificate of the year before, this year's ready. Written by the server itself, so a million take minutes."""

COURSES = "(0, 'public', 2700, 0), (1, 'professional', 1260, 1), (2, 'professional', 2520, 0), (3, 'elective', 1620, 0)"  # units: 90 an hour
DIGITS = ("'440106' || (1880 + n % 20) || lpad(CAST(n / 20 % 12 + 1 AS TEXT), 2, '0') || lpad(CAST(n / 240 % 28 + 1 AS TEXT), 2, '0') "
          "|| lpad(CAST(n / 6720 % 1000 AS TEXT), 3, '0')")
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK = "substr('10X98765432', CAST((" + " + ".join(
    f"{weight} * CAST(substr(d, {at}, 1) AS INT)" for at, weight in enumerate(WEIGHTS, 1)) + ") % 11 + 1 AS INT), 1)"


def identity_number(n):
    """Of person n; nobody who lives."""
    digits = f"440106{1880 + n % 20}{n // 20 % 12 + 1:02d}{n // 240 % 28 + 1:02d}{n // 6720 % 1000:03d}"
    return digits + "10X98765432"[sum(int(c) * w for c, w in zip(digits, WEIGHTS)) % 11]


def statements(people, regions, year):
    """In order. `regions`: codes; person n is of the (n modulo their number)-th."""
    count = len(regions)
    codes = ",".join(f"'{code}'" for code in regions)
    of = f"(ARRAY[{codes}])[1 + n % {count}]"
    sequence = f"lpad(CAST(1 + n / {count} AS TEXT), 6, '0')"
    number = f"{of} || '{(year - 1) % 100}' || {sequence}"
    series = f"generate_series(CAST(0 AS BIGINT), {people - 1}) n"
    last = f"(SELECT {of} AS region, count(*) AS many FROM {series} GROUP BY 1) q"
    yield ("INSERT INTO professionals (id, id_number, name, region, created_ms) "
           f"SELECT n + 1, d || {CHECK}, '陈家明', r, 0 FROM (SELECT n, {DIGITS} AS d, {of} AS r FROM {series}) q")
    for nth in range(12):
        of_year = year - 1 if nth < 4 else year
        waits = nth == 11
        yield ("INSERT INTO learning_records (id, professional, content, subject, activity, review, assessment, mandatory, in_guide, "
               "within_schooling, units, start_day, end_day, created_ms, review_region) "
               f"SELECT {nth * people} + n + 1, n + 1, '专业技术人员继续教育课程', c.subject, 'training', "
               f"'{'pending_hrss' if waits else 'approved'}', 'pass', c.mandatory, 0, 0, c.units, '{of_year}-0{nth % 4 + 1}-02', "
               f"'{of_year}-0{nth % 4 + 1}-20', 0, {of} FROM {series} JOIN (VALUES {COURSES}) AS c (at, subject, units, mandatory) "
               f"ON c.at = {nth % 4}")
    for of_year, state in ((year - 1, "issued"), (year, "ready")):
        certificate = number if state == "issued" else "NULL"
        yield ("INSERT INTO yearly_standings (professional, year, state, issuing_region, complete, public_units, professional_units, "
               "mandatory_units, elective_units, total_units, public_missing, professional_missing, mandatory_missing, elective_missing, "
               "total_missing, reasons, record_versions, judged_ms, certificate) "
               f"SELECT n + 1, {of_year}, '{state}', {of}, 1, 2700, 3780, 1260, 1620, 8100, 0, 0, 0, 0, 0, '', 12, 0, {certificate} FROM {series}")
    yield ("INSERT INTO certificates (number, professional, year, name, region, authority, issue_day, seal_mode, verdict, issued_ms) "
           f"SELECT {number}, n + 1, {year - 1}, '陈家明', {of}, '人力资源和社会保障局', '{year - 1}-12-01', 'e_seal', 1, 0 FROM {series}")
    yield f"INSERT INTO number_counters (region, year, last_sequence) SELECT region, {year - 1}, many FROM {last}"
    yield f"INSERT INTO changes (scope, kind, id, seq) SELECT {of}, 'standing', CAST(n + 1 AS TEXT), 1 + n / {count} FROM {series}"
    yield ("INSERT INTO change_runs (scope, last_seq, first_seq, first_number) "
           f"SELECT region, 2 * many, many + 1, region || '{(year - 1) % 100}000001' FROM {last}")
    yield ("INSERT INTO change_counters (scope, last_seq) "
           f"SELECT region, 2 * many FROM {last} ON CONFLICT (scope) DO UPDATE SET last_seq = excluded.last_seq")
    yield "ANALYZE"
