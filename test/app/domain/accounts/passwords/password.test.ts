import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEMO_PASSWORD, passwordFault, typedPassword } from "#app/domain/accounts/passwords/password.ts";

const about = { email: "nguyen.thi.lan@vien-vat-lieu.example", name: "Nguyễn Thị Lan" };

describe("a new password", () => {
  it.each([
    "lúa chín vàng ba sào",
    "correct horse battery",
    "Tôi thích cà phê sữa đá!",
    "7#kQ-9v!Lm2x",
    "ô ở ế ỗ ặ ử ỵ đ ẫ",
    "🐃 cày đồng đang buổi 🌾",
    "le vent se lève à l’aube",
  ])("may be %s", (password) => {
    expect(passwordFault(password, about)).toBeNull();
  });

  it.each([
    ["ngắn quá thôi".slice(0, 11), "PASSWORD_TOO_SHORT"],
    ["Password1234", "PASSWORD_COMMON"],
    ["P@ssw0rd2026!", "PASSWORD_COMMON"],
    ["Mật khẩu 2026!", "PASSWORD_COMMON"],
    ["matkhau123456", "PASSWORD_COMMON"],
    ["anhyeuem12345", "PASSWORD_COMMON"],
    ["123456789012", "PASSWORD_COMMON"],
    ["qwertyuiopas", "PASSWORD_COMMON"],
    ["1q2w3e4r5t6y", "PASSWORD_COMMON"],
    ["aaaaaaaaaaaaaaaa", "PASSWORD_COMMON"],
    ["abc12abc12abc12", "PASSWORD_COMMON"],
    [DEMO_PASSWORD, "PASSWORD_COMMON"],
    ["nguyen.lan.2026", "PASSWORD_ABOUT_YOU"],
    ["VienVatLieu1990", "PASSWORD_ABOUT_YOU"],
    ["SangKien-BaNha-57", "PASSWORD_ABOUT_YOU"],
  ])("may not be %s: %s", (password, fault) => {
    expect(passwordFault(password, about)).toBe(fault);
  });

  it("is judged alike in every composition of its letters, and by nothing but its text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 60 }), (text) => {
        expect(passwordFault(text.normalize("NFD").normalize("NFC"), about)).toBe(
          passwordFault(text.normalize("NFC"), about),
        );
      }),
    );
  });

  it("is taken as it was typed: spaces, any signs, up to 128 characters", () => {
    const read = (text: unknown) => typedPassword().safeParse(text);
    expect(read("  hai dấu cách  ").data).toBe("  hai dấu cách  ");
    expect(read("x".repeat(128)).success).toBe(true);
    expect(read("x".repeat(129)).success).toBe(false);
    expect(read("").success).toBe(false);
    expect(read({ length: 3 }).success).toBe(false);
  });
});
