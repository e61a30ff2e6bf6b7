import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  disclosureOf,
  examinationDays,
  inOrder,
  OFFICE_EVENTS,
  type OfficeEvent,
  standingOf,
  statusOn,
} from "#app/domain/results/profile/right.ts";
import { PART_SCHEMAS } from "#app/domain/results/result.schema.ts";

function at(kind: OfficeEvent["kind"], onDate: string): OfficeEvent {
  return { kind, onDate, reference: "" };
}

const event = fc.record({
  kind: fc.constantFrom(...OFFICE_EVENTS),
  onDate: fc.integer({ min: 0, max: 4_000 }).map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
  reference: fc.constant(""),
});

describe("the standing of a right", () => {
  test("follows from its last event, in whatever order they are told", () => {
    const events = [at("GRANTED", "2026-01-15"), at("FILED", "2023-12-04"), at("EXAMINATION", "2024-06-01")];
    expect(standingOf(events)).toEqual({
      ...{ status: "GRANTED", filedOn: "2023-12-04", publishedOn: null, grantedOn: "2026-01-15" },
    });
    expect(standingOf([])).toMatchObject({ status: "NOT_FILED", filedOn: null });
    expect(standingOf([...events, at("LAPSED", "2026-02-01")]).status).toBe("LAPSED");
    expect(standingOf([...events, at("LAPSED", "2026-02-01"), at("RENEWED", "2026-03-01")]).status).toBe("GRANTED");
    expect(standingOf([...events, at("OPPOSED", "2026-02-01")]).status).toBe("GRANTED");
    fc.assert(
      fc.property(fc.array(event, { maxLength: 8 }), (list) => {
        expect(standingOf(list.toReversed())).toEqual(standingOf(list));
        expect(inOrder(list).map(({ onDate }) => onDate)).toEqual(list.map(({ onDate }) => onDate).toSorted());
      }),
    );
  });

  test("a granted right expires on the day on which its term is over, nothing else does", () => {
    expect(statusOn({ status: "GRANTED", expiresOn: "2043-12-04" }, "2043-12-03")).toBe("GRANTED");
    expect(statusOn({ status: "GRANTED", expiresOn: "2043-12-04" }, "2043-12-04")).toBe("EXPIRED");
    expect(statusOn({ status: "REFUSED", expiresOn: "2043-12-04" }, "2044-01-01")).toBe("REFUSED");
    expect(statusOn({ status: "GRANTED", expiresOn: null }, "2099-01-01")).toBe("GRANTED");
  });

  test("an examination ages until the office acts, and publication is no end of it", () => {
    const filed = [at("FILED", "2025-01-01"), at("EXAMINATION", "2025-03-01")];
    expect(examinationDays([at("FILED", "2025-01-01")], "2026-01-01")).toBeNull();
    expect(examinationDays(filed, "2025-03-31")).toBe(30);
    expect(examinationDays([...filed, at("PUBLISHED", "2025-03-11")], "2025-03-31")).toBe(30);
    expect(examinationDays([...filed, at("REFUSED", "2025-03-11")], "2026-03-31")).toBe(10);
    expect(examinationDays(filed, "2025-02-01")).toBeNull();
  });

  test("what was shown before its filing has twelve months of grace where it protects an invention, and none else", () => {
    const shown = { kind: "PATENT", disclosedOn: "2025-06-01" } as const;
    const today = "2026-03-01";
    expect(disclosureOf({ ...shown, filedOn: "2025-05-31" }, today)).toBeNull();
    expect(disclosureOf({ ...shown, filedOn: "2026-06-01" }, "2027-01-01")).toMatchObject({ kind: "FILED_IN_GRACE" });
    expect(disclosureOf({ ...shown, filedOn: "2026-06-02" }, "2027-01-01")).toMatchObject({ kind: "LATE" });
    expect(disclosureOf({ ...shown, filedOn: null }, today)).toEqual({ kind: "GRACE_RUNS", graceEndsOn: "2026-06-01" });
    expect(disclosureOf({ ...shown, filedOn: null }, "2026-06-02")).toMatchObject({ kind: "LATE" });
    expect(disclosureOf({ ...shown, kind: "LAYOUT_DESIGN", filedOn: "2025-06-02" }, today)).toMatchObject({
      ...{ kind: "LATE", graceEndsOn: null },
    });
    const leap = disclosureOf({ kind: "PATENT", disclosedOn: "2024-02-29", filedOn: null }, "2024-03-01");
    expect(leap?.graceEndsOn).toBe("2025-02-28");
  });
});

describe("the form of the rights", () => {
  function read(right: Record<string, string>) {
    const parsed = PART_SCHEMAS.rights.safeParse({ rights: [{ kind: "PATENT", ...right }] });
    return parsed.success
      ? { right: parsed.data.values.rights[0] }
      : { faults: parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message.split(" ")[0]}`) };
  }

  test("takes owners and events by their numbers, leaves gaps out and puts events in their order", () => {
    expect(
      read({
        ...{ owner1: "Viện A", share1: "60", owner3: "Công ty B", share3: "40" },
        ...{
          event1: "GRANTED",
          eventOn1: "15/01/2026",
          event2: "FILED",
          eventOn2: "04/12/2023",
          eventRef2: "1-2023-1",
        },
      }).right,
    ).toMatchObject({
      owners: [
        { name: "Viện A", ppm: 600_000 },
        { name: "Công ty B", ppm: 400_000 },
      ],
      events: [{ kind: "FILED", onDate: "2023-12-04", reference: "1-2023-1" }, { kind: "GRANTED" }],
    });
  });

  test("says at its field what lacks of an owner or an event, and what cannot be", () => {
    expect(read({ owner2: "Viện A", event1: "FILED", eventOn3: "01/01/2026" }).faults).toEqual([
      ...["rights.0.share2 errors:required", "rights.0.eventOn1 errors:required", "rights.0.event3 errors:choose"],
    ]);
    expect(
      read({
        ...{ event1: "FILED", eventOn1: "01/05/2026", event2: "GRANTED", eventOn2: "30/04/2026" },
        expiresOn: "01/05/2026",
      }).faults,
    ).toEqual(["rights.0.eventOn2 errors:event_before_filed", "rights.0.expiresOn errors:expires_before_filed"]);
  });
});
