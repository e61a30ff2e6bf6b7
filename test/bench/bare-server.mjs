// What a page's SQL costs without the page: node test/bench/bare-server.mjs statements.json databaseUrl port
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import pg from "pg";

const [, , file = "", connectionString = "", port = ""] = process.argv;
/** @type {{ text: string, values: unknown[] }[]} */
const statements = JSON.parse(readFileSync(file, "utf8"));
const pool = new pg.Pool({ connectionString, max: 10 });

createServer(async (_request, response) => {
  const answers = await Promise.all(statements.map(({ text, values }) => pool.query(text, values)));
  response.setHeader("Content-Type", "application/json");
  response.end(JSON.stringify(answers.map((answer) => answer.rows)));
}).listen(Number(port), "127.0.0.1");
