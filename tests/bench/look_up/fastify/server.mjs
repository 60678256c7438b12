// The look-up of ce-central by Node's usual means: same file, same row, same JSON, a process per core.
import cluster from "node:cluster";
import { availableParallelism } from "node:os";
import Database from "better-sqlite3";
import Fastify from "fastify";

const [file, port] = process.argv.slice(2);

if (cluster.isPrimary) {
  for (let i = 0; i < availableParallelism(); ++i) cluster.fork();
} else {
  const database = new Database(file, { readonly: true });
  const find = database.prepare(
    "SELECT number, name, year, authority, issue_day, revoked_ms FROM certificates WHERE number = ?",
  );
  const text = { type: "string" };
  const schema = {
    response: {
      200: {
        type: "object",
        properties: {
          version: { type: "integer" }, state: text, number: text, year: { type: "integer" },
          authority: text, issue_date: text, masked_name: text,
        },
      },
    },
  };
  const server = Fastify({ logger: false, keepAliveTimeout: 75_000 });
  server.get("/api/v1/certificates/:number", { schema }, (request) => {
    const { number } = request.params;
    const row = find.get(number);
    if (!row) return { version: 1, state: "unknown", number };
    return {
      version: 1,
      state: row.revoked_ms === null ? "valid" : "revoked",
      number: row.number,
      year: row.year,
      authority: row.authority,
      issue_date: row.issue_day,
      masked_name: "*".repeat([...row.name].length - 1) + [...row.name].at(-1),
    };
  });
  await server.listen({ host: "127.0.0.1", port: Number(port) });
}
