"""What central asks of those tables, by the statements of its code (central/store, central/review, central/registers,
central/issuing, central/changes), prepared once as its connections do."""
import random

from layouts import LAST, REGIONS

FACTS = ("r.subject, r.activity, r.review, r.assessment, r.mandatory, r.in_guide, r.within_schooling, r.achievement, r.author_role, "
         "r.units, r.half_days, r.units_per_day, r.minutes, r.start_day, r.end_day, r.credit_year, r.professional, r.version "
         "FROM learning_records r ")
BATCH = 32
PEOPLE = ", ".join(f"${i}" for i in range(1, BATCH + 1))
PAGE = 64  # a page has 50 items; the question for what they say is padded (storage::padded)
ITEMS = ", ".join(f"${i}" for i in range(1, PAGE + 1))

STATEMENTS = {
    "records_of": ("bigint", f"SELECT r.id, r.content, '', {FACTS} WHERE r.professional = $1 ORDER BY r.id"),
    "records_of_people": (", ".join(["bigint"] * BATCH), f"SELECT r.id, r.content, '', {FACTS} WHERE r.professional IN ({PEOPLE}) "
                          "ORDER BY r.professional, r.id"),
    "certificates_of": ("bigint", "SELECT c.number, c.year, c.name, c.token, r.print_id FROM certificates c LEFT JOIN issue_register r "
                        "ON r.certificate = c.number WHERE c.professional = $1 ORDER BY c.issued_ms, c.number, r.requested_ms"),
    "certificate": ("text", "SELECT number, name, year, authority, issue_day, revoked_ms, revoked_reason, successor FROM certificates "
                    "WHERE number = $1"),
    # Of a county's HRSS; review/work_query.cpp says why each parameter stands there.
    "work_list": ("bigint, bigint, text, text, text, text, bigint, text, bigint",
                  "SELECT r.id, r.version, r.professional, p.name, p.id_number, COALESCE(e.name, ''), r.review_region, r.registrar_party, "
                  "r.channel, r.created_ms, (SELECT COUNT(*) FROM record_proofs d WHERE d.record = r.id) FROM learning_records r "
                  "JOIN professionals p ON p.id = r.professional LEFT JOIN employers e ON e.id = r.employer "
                  "WHERE r.review = 'pending_hrss' AND $7 = 0 AND (r.review_level = '' OR r.review_level = $8) AND r.id > $1 AND "
                  "r.professional <> $2 AND ($3 = '' OR r.subject = $3) AND r.review_region = $4 AND $5 <> '' AND NOT EXISTS "
                  "(SELECT 1 FROM review_steps s WHERE s.record = r.id AND s.round = r.round AND s.actor = $6 AND "
                  "s.decision <> 'resubmit') ORDER BY r.id LIMIT $9"),
    "records": (", ".join(["bigint"] * PAGE), f"SELECT r.id, r.content, '', {FACTS} WHERE r.id IN ({ITEMS}) ORDER BY r.id"),
    "register": ("text, text, bigint, bigint, bigint", "SELECT c.number, c.name, c.year, c.issue_day, r.print_id, k.hall FROM (SELECT c.* "
                 "FROM certificates c WHERE c.number >= $1 AND c.number <= $2 AND c.year BETWEEN $3 AND $4 ORDER BY c.number "
                 "LIMIT $5) c LEFT JOIN issue_register r ON r.certificate = c.number LEFT JOIN kiosks k ON k.id = r.kiosk "
                 "ORDER BY c.number, r.requested_ms, r.print_id LIMIT $5"),
    "delta": ("text, bigint, bigint", "SELECT kind, id, seq FROM changes WHERE scope = $1 AND seq > $2 ORDER BY seq LIMIT $3"),
    "standing": ("bigint", "SELECT year, state, total_units FROM yearly_standings WHERE professional = $1"),
    "in_force": ("bigint, bigint", "SELECT number FROM certificates WHERE professional = $1 AND year = $2 AND "
                 "CASE WHEN revoked_ms IS NULL THEN '' ELSE number END = ''"),
    "issue": ("text, bigint, bigint, text", "INSERT INTO certificates (number, professional, year, name, region, authority, issue_day, "
              "seal_mode, verdict, issued_ms, token) VALUES ($1, $2, $3, '陈家明', $4, '某市人力资源和社会保障局', '2026-06-01', 'ukey', 1, 0, "
              "repeat('t', 140))"),
    "issued": ("bigint, bigint, text", "UPDATE yearly_standings SET state = 'issued', certificate = $3 WHERE professional = $1 AND "
               "year = $2 AND state = 'ready'"),
}


class Asker:
    """One connection to one layout."""

    def __init__(self, connection, people, years):
        self.connection, self.people, self.years = connection, people, years
        self.chance, self.next_batch = random.Random(11), 0
        self.cursor = connection.cursor()
        for name, (types, text) in STATEMENTS.items():
            self.cursor.execute(f"PREPARE {name} ({types}) AS {text}")

    def ask(self, name, *values):
        self.cursor.execute(f"EXECUTE {name} ({', '.join(['%s'] * len(values))})", values)
        return self.cursor.fetchall() if self.cursor.description else []

    def person(self):
        return self.chance.randint(1, self.people)

    def region(self):
        return str(440000 + self.chance.randrange(REGIONS))

    def number(self):
        person, year = self.person(), self.chance.choice(self.years[:-1])
        return f"{440000 + person % REGIONS}{year % 100}{1 + person // REGIONS:06d}"

    def person_year(self):
        person = self.person()
        return len(self.ask("records_of", person)) + len(self.ask("certificates_of", person))

    def verification(self):
        return len(self.ask("certificate", self.number()))

    def work_page(self):
        county = self.region()
        ids = [row[0] for row in self.ask("work_list", 0, 0, "", county, county, "acc-0", 0, "county", 51)[:50]]
        return len(self.ask("records", *ids, *[ids[-1]] * (PAGE - len(ids)))) if ids else 0

    def register_page(self):
        year = self.chance.choice(self.years[:-1])
        region = self.region()
        return len(self.ask("register", f"{region}{year % 100}{self.chance.randint(1, self.people // REGIONS // 2):06d}",
                            f"{region}9", year, year, 101))

    def delta_page(self):
        found = self.ask("delta", self.region(), self.chance.randint(0, self.people // REGIONS // 2), 200)
        return sum(len(self.ask("standing", int(row[1]))) for row in found[:50])

    def batch(self):
        """BATCH people of a county, who have none of the current year yet."""
        first, self.next_batch = self.next_batch, self.next_batch + 1
        people = [1 + first * BATCH + i for i in range(BATCH)]
        rows = len(self.ask("records_of_people", *people))
        for person in people:
            assert not self.ask("in_force", person, LAST)
            number = f"{440000 + person % REGIONS}{LAST % 100}{1 + person // REGIONS:06d}"
            self.ask("issue", number, person, LAST, number[:6])
            self.ask("issued", person, LAST, number)
        return rows


QUESTIONS = (("person_year", 300), ("verification", 600), ("work_page", 60), ("register_page", 150), ("delta_page", 60), ("batch", 40))
