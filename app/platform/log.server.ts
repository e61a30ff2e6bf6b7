import { pino } from "pino";

/** The one log: JSON lines on standard output. Secrets and personal data are never passed to it. */
export const log = pino({
  level: process.env["LOG_LEVEL"] ?? (process.env["NODE_ENV"] === "test" ? "silent" : "info"),
  base: null,
  redact: ["password", "token", "cookie", "authorization", "*.password", "*.token"],
});
