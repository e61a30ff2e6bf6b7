import { expect, test } from "vitest";
import { organisationSchema } from "#app/domain/organisations/organisation.schema.ts";

const typed = { nameVi: "Viện Cầu Khỉ", house: "SCHOOL", provinceCode: "92", post: "Phó viện trưởng" };

test.each([
  ["VN-TIN", "01001091", "identifier.VN-TIN"],
  ["VN-TIN", "01001091066", "identifier.VN-TIN"],
  ["VN-MOST", "399", "identifier.VN-MOST"],
  ["VN-CR", "010010910X", "identifier.VN-CR"],
  ["VN-TIN", "", "required"],
  ["VN-TIN", "0100109106\u0000", ""],
])("a number that its scheme does not have is refused at its field: %s %j", (scheme, identifier, key) => {
  const parsed = organisationSchema.safeParse({ ...typed, scheme, identifier });
  expect(parsed.success).toBe(false);
  const [issue] = parsed.error?.issues ?? [];
  expect(issue?.path).toEqual(["identifier"]);
  expect(issue?.message).toContain(key);
});
