import { describe, expect, test } from "vitest";
import type { FormState } from "#app/platform/form-state.ts";
import { Checkboxes, RadioGroup, Select } from "#app/ui/form/choices.tsx";
import { ErrorSummary } from "#app/ui/form/error-summary.tsx";
import { DateField, Field } from "#app/ui/form/field.tsx";
import { Form } from "#app/ui/form/form.tsx";
import { fieldId } from "#app/ui/form/form-state.ts";
import { TextArea } from "#app/ui/form/text-area.tsx";
import { draw, textOfMarkup } from "#test/app/ui/draw.tsx";

const HOSTILE = `"><script>alert(1)</script>&{{who}}`;
const refused: FormState = {
  values: { title: HOSTILE, novelty: "Bốn mươi\r\nhai", fields: ["2", "3"], track: "ORDINARY" },
  errors: { novelty: ["Viết thêm."], track: ["Chọn một luồng."], "": ["Bản nháp đã đổi."] },
};

describe("fields", () => {
  test("label, hint, error, control and count stand in this order and are tied together", () => {
    const html = draw(<TextArea name="novelty" label="Điểm mới" hint="Nói rõ" form={refused} max={4000} />);
    const order = ["<label", "hint", 'class="err"', "<textarea", 'class="count"'].map((part) => html.indexOf(part));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(html).toContain('aria-describedby="f-novelty-hint f-novelty-error f-novelty-count"');
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('for="f-novelty"');
    expect(textOfMarkup(html)).toContain("Lỗi: Viết thêm.");
    expect(textOfMarkup(html)).toContain("Đã viết 12 trên 4.000 ký tự");
  });

  test("a field without hint, error and count is described by nothing", () => {
    expect(draw(<Field name="title" label="Tên" />)).not.toContain("aria-describedby");
  });

  test("what was typed comes back as text, whatever it is", () => {
    for (const html of [
      draw(<Field name="title" label={HOSTILE} hint={HOSTILE} form={refused} />),
      draw(<TextArea name="title" label="Tên" form={refused} />),
      draw(<RadioGroup name={HOSTILE} label="Tên" choices={[{ value: HOSTILE, label: HOSTILE }]} />),
      draw(<ErrorSummary form={{ values: {}, errors: { [HOSTILE]: [HOSTILE] } }} labels={{ [HOSTILE]: HOSTILE }} />),
    ]) {
      expect(html).not.toContain("<script");
      expect(textOfMarkup(html)).not.toContain("undefined");
    }
    expect(draw(<Field name="title" label="Tên" form={refused} />)).toContain("&quot;&gt;&lt;script&gt;");
  });

  test("names that objects are born with hold nothing", () => {
    for (const name of ["constructor", "__proto__", "toString"]) {
      expect(draw(<Field name={name} label="Tên" form={refused} />)).toContain('value=""');
    }
  });

  test("a password is never given back", () => {
    const html = draw(
      <Field name="secret" type="password" label="Mật khẩu" form={{ values: { secret: "s3cret" }, errors: {} }} />,
    );
    expect(html).not.toContain("s3cret");
  });

  test("choices keep what was chosen, and the error link lands on the first of them", () => {
    const choices = ["1", "2", "3"].map((value) => ({ value, label: value }));
    const boxes = draw(<Checkboxes name="fields" label="Lĩnh vực" choices={choices} form={refused} />);
    expect(boxes.match(/checked=""/g)).toHaveLength(2);
    expect(boxes).toContain('id="f-fields" value="1"');
    const options = [{ value: "ORDINARY", label: "Thường" }];
    expect(draw(<Select name="track" label="Luồng" empty="Chọn" options={options} form={refused} />)).toContain(
      "selected",
    );
  });

  test("a date is typed, not picked", () => {
    const html = draw(<DateField name="from" label="Từ ngày" />, "en");
    expect(html).toContain('inputMode="numeric"');
    expect(html).toContain('type="text"');
    expect(textOfMarkup(html)).toContain("21/11/2026");
  });

  test("an id is made of what an id may hold", () => {
    expect(fieldId("members[0].share %")).toBe("f-members-0-share-");
  });
});

describe("error summary", () => {
  test("counts, links each error to its field in the order of the page, and can take the focus", () => {
    const html = draw(<ErrorSummary form={refused} labels={{ track: "Luồng", novelty: "Điểm mới" }} />);
    expect(html).toContain('id="error-summary" role="alert" tabindex="-1"');
    expect(textOfMarkup(html)).toBe("Còn 3 chỗ cần sửa Bản nháp đã đổi. Luồng: chọn một luồng Điểm mới: viết thêm");
    expect(html).toContain('<a href="#f-track">');
    expect(html.indexOf("#f-track")).toBeLessThan(html.indexOf("#f-novelty"));
  });

  test("is not there when nothing is wrong", () => {
    expect(draw(<ErrorSummary form={{ values: {}, errors: {} }} />)).toBe("");
  });
});

test("a form leaves checking to the server and carries the words of its autosave", () => {
  const html = draw(<Form autosave="/vi/submit/save">x</Form>, "fr");
  expect(html).toContain('method="post"');
  expect(html).toContain("novalidate");
  expect(html).toContain('data-autosave="/vi/submit/save"');
  expect(html).toContain('aria-live="polite"');
  expect(html).toContain("{time}");
});
