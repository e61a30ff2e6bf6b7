// What a page's SQL costs without the page: node test/bench/bare-server.mjs statements.json databaseUrl port
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import pg from "pg";

const [, , file = "", connectionString = "", port = ""] = process.argv;
/** @type {{ text: string, values: unknown[], name?: string }[][]} the statements of /0, of /1 and so on */
const sets = JSON.parse(readFileSync(file, "utf8"));
const pool = new pg.Pool({ connectionString, max: 10 });

createServer(async (request, response) => {
  const statements = sets[Number(request.url?.slice(1))] ?? sets[0] ?? [];
  const answers = await Promise.all(statements.map((statement) => pool.query(statement)));
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify(answers.map((answer) => answer.rows)));
}).listen(Number(port), "127.0.0.1");
