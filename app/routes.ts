import { index, prefix, type RouteConfig, route } from "@remix-run/route-config";

/** Every address of the portal and the one file that answers it. */
export default [
  index("routes/entrance.ts"),
  route("dev/mail", "routes/entrance.ts", { id: "dev-mail-entrance" }),
  ...prefix(":lang", [
    index("routes/home.tsx"),
    route("feed.atom", "routes/feed.ts"),
    route("sign-up", "routes/account/sign-up.tsx"),
    route("sign-up/sent", "routes/account/sent.tsx", { id: "sign-up-sent" }),
    route("confirm/:token", "routes/account/confirm.tsx"),
    route("sign-in", "routes/account/sign-in.tsx"),
    route("sign-out", "routes/account/sign-out.ts"),
    route("forgot", "routes/account/forgot.tsx"),
    route("forgot/sent", "routes/account/sent.tsx", { id: "forgot-sent" }),
    route("reset/:token", "routes/account/reset.tsx"),
    route("me", "routes/account/me.tsx"),
    route("me/profile", "routes/account/profile.tsx"),
    route("dev/mail/:id?", "routes/dev/mail.tsx"),
    route("search", "routes/search.tsx"),
    route("obligations", "routes/obligations.tsx"),
    route("record", "routes/record/list.tsx"),
    route("record/:entry", "routes/record/entry.tsx"),
    route("monitoring", "routes/monitoring.tsx"),
  ]),
  ...prefix("api/v1", [
    route("openapi.json", "routes/api/openapi.ts"),
    route("search", "routes/api/search.ts"),
    route("catalogue/products", "routes/api/catalogue-products.ts"),
    route("obligations", "routes/api/obligations.ts"),
    route("record/head", "routes/api/record/head.ts"),
    route("record/entries", "routes/api/record/entries.ts"),
    route("simulations/:kind", "routes/api/simulations.ts"),
    route("*", "routes/api/nowhere.ts"),
  ]),
  route("*", "routes/nowhere.tsx"),
] satisfies RouteConfig;
