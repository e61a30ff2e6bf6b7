import { useLanguage } from "#app/ui/language.tsx";
import { shortHash } from "#app/ui/marks/short-hash.ts";

export type FooterProps = {
  /** The newest entry of the public record; `hash` in hexadecimal, `at` an instant in RFC 3339. */
  newest: { entryNo: number; hash: string; at: string } | null;
  /** When the page was made, RFC 3339; null on a page that stands in for one that could not be made. */
  madeAt: string | null;
  /** Whether the reader has an account open: nobody is asked twice to sign in. */
  signedIn: boolean;
};

/** What each column leads to: the key of its words, and the address behind the language. */
const COLUMNS = [
  {
    name: "find",
    links: [
      { key: "search", path: "/search" },
      { key: "catalogue", path: "/catalogue" },
      { key: "organisations", path: "/organisations" },
    ],
  },
  {
    name: "follow",
    links: [
      { key: "obligations", path: "/obligations" },
      { key: "recommendations", path: "/monitoring/recommendations" },
      { key: "record", path: "/record" },
    ],
  },
] as const;

const JOIN = {
  name: "join",
  links: [
    { key: "signUp", path: "/sign-up" },
    { key: "signIn", path: "/sign-in" },
  ],
} as const;

const OWN = {
  name: "own",
  links: [
    { key: "me", path: "/me" },
    { key: "notices", path: "/me/notices" },
    { key: "follows", path: "/me/follows" },
  ],
} as const;

type Column = (typeof COLUMNS)[number] | typeof JOIN | typeof OWN;

/** The plinth: three columns of links, the newest entry of the public record, and the age of the page. */
export function Footer(props: FooterProps) {
  const { t } = useLanguage();
  return (
    <footer className="foot">
      <div className="wrap">
        <div className="cols">
          <div>
            <h2>{t("frame:name")}</h2>
            <p>{t("frame:about")}</p>
          </div>
          {[...COLUMNS, props.signedIn ? OWN : JOIN].map((column) => (
            <LinkColumn key={column.name} column={column} />
          ))}
        </div>
        <div className="chain">
          <NewestEntry newest={props.newest} />
          {props.madeAt ? <MadeAt at={props.madeAt} /> : null}
        </div>
      </div>
    </footer>
  );
}

function LinkColumn(props: { column: Column }) {
  const { lang, t } = useLanguage();
  const { name, links } = props.column;
  return (
    <nav aria-label={t(`frame:foot.${name}`)}>
      <h2>{t(`frame:foot.${name}`)}</h2>
      <ul>
        {links.map((link) => (
          <li key={link.key}>
            <a href={`/${lang}${link.path}`}>{t(`frame:foot.${link.key}`)}</a>
          </li>
        ))}
        {name === "find" ? (
          <li>
            <a href="/api/v1/openapi.json">{t("frame:foot.api")}</a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

function NewestEntry(props: { newest: FooterProps["newest"] }) {
  const { lang, t, format } = useLanguage();
  if (!props.newest) return null;
  const { entryNo, hash, at } = props.newest;
  return (
    <p>
      {t("frame:record.newest")} {format.number(entryNo)} · <code>{shortHash(hash)}</code> ·{" "}
      {t("frame:record.writtenAt")} <time dateTime={at}>{format.dateTimeSeconds(at)}</time>.{" "}
      <a href={`/${lang}/record`}>{t("frame:record.verify")}</a>
    </p>
  );
}

function MadeAt(props: { at: string }) {
  const { t, format } = useLanguage();
  return (
    <p>
      {t("frame:made.before")} <time dateTime={props.at}>{format.weekdayDateTime(props.at)}</time>{" "}
      {t("frame:made.after")}
    </p>
  );
}
