import {
  isRouteErrorResponse,
  Outlet,
  Scripts,
  useLocation,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from "@remix-run/react";
import { type ReactNode, useContext } from "react";
import type { MessageBundle } from "#app/platform/languages/keys.ts";
import { DEFAULT_LANGUAGE, isLanguage, LANGUAGES, type Language } from "#app/platform/languages/languages.ts";
import { Frame } from "#app/ui/frame/frame.tsx";
import type { Area } from "#app/ui/frame/header.tsx";
import { JsonLd } from "#app/ui/frame/json-ld.tsx";
import { LanguageProvider, useLanguage } from "#app/ui/language.tsx";
import { ReaderContext } from "#app/ui/reader.ts";
import { HasErrorsContext, ServerPageContext } from "#app/ui/server-page.tsx";
import stylesheet from "#app/ui/styles/index.css?url";
import { Trouble, troubleTitle } from "#app/ui/trouble.tsx";
import { rootLoader } from "#app/web/root.server.ts";

export const loader = rootLoader;

/** What a route's loader may tell the frame: its title, a description, the area it belongs to where its address says another, a feed, what it is in words of schema.org, and on hydrated pages its sentences. */
type PageData =
  | { title?: string; description?: string; area?: Area; feed?: string; jsonLd?: object; messages?: MessageBundle }
  | undefined;

/** A route's own wishes. */
export type Handle = { interactive?: boolean; ownSearch?: boolean } | undefined;

export function Layout(props: { children: ReactNode }) {
  const { pathname } = useLocation();
  const [, first] = pathname.split("/");
  const lang = isLanguage(first) ? first : DEFAULT_LANGUAGE;
  const matches = useMatches();
  const server = useContext(ServerPageContext);
  const carried = matches.map((match) => (match.data as PageData)?.messages).find(Boolean);
  const messages = server?.messagesFor(lang) ?? carried ?? {};
  return (
    <LanguageProvider lang={lang} messages={messages}>
      <Document lang={lang}>{props.children}</Document>
    </LanguageProvider>
  );
}

function Document(props: { lang: Language; children: ReactNode }) {
  const frame = useRouteLoaderData<typeof rootLoader>("root");
  const server = useContext(ServerPageContext);
  const matches = useMatches();
  const location = useLocation();
  const handles = matches.map((match) => match.handle as Handle);
  const interactive = handles.some((handle) => handle?.interactive);
  const path = (location.pathname.replace(/^\/(vi|en|fr)(?=\/|$)/, "") + location.search).replace(/^\/(?=$|\?)/, "");
  return (
    <html lang={props.lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#a8231a" />
        <Title />
        {frame ? <Alternates origin={frame.origin} path={path} /> : null}
        <link rel="preload" href="/fonts/bvp-latin-400.woff2" as="font" type="font/woff2" crossOrigin="anonymous" />
        <link
          rel="preload"
          href="/fonts/bvp-vietnamese-400.woff2"
          as="font"
          type="font/woff2"
          crossOrigin="anonymous"
        />
        <link rel="stylesheet" href={stylesheet} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <script type="module" src="/enhance.js" />
      </head>
      <body>
        <ReaderContext.Provider value={frame?.person ?? null}>
          <Frame
            demo={frame?.demo ?? false}
            path={path}
            area={matches.map((match) => (match.data as PageData)?.area).find(Boolean)}
            person={frame?.person ?? null}
            search={handles.some((handle) => handle?.ownSearch) ? null : undefined}
            newest={frame?.newest ?? null}
            madeAt={frame?.madeAt ?? null}
          >
            {props.children}
          </Frame>
        </ReaderContext.Provider>
        {interactive ? <Scripts {...(server ? { nonce: server.nonce } : {})} /> : null}
      </body>
    </html>
  );
}

function Title() {
  const { t } = useLanguage();
  const error = useRouteError();
  const hasErrors = useContext(HasErrorsContext);
  const data = useMatches().map((match) => match.data as PageData);
  const title = error
    ? troubleTitle(isRouteErrorResponse(error) ? error : null, t)
    : (data.findLast((page) => page?.title)?.title ?? t("frame:name"));
  const description = data.findLast((page) => page?.description)?.description;
  return (
    <>
      <title>{t(hasErrors ? "frame:titleWithErrors" : "frame:title", { title })}</title>
      {description && !error ? <meta name="description" content={description} /> : null}
    </>
  );
}

function Alternates(props: { origin: string; path: string }) {
  const pages = useMatches().map((match) => match.data as PageData);
  const feed = pages.findLast((page) => page?.feed)?.feed;
  const jsonLd = pages.findLast((page) => page?.jsonLd)?.jsonLd;
  return (
    <>
      {LANGUAGES.map((lang) => (
        <link key={lang} rel="alternate" hrefLang={lang} href={`${props.origin}/${lang}${props.path}`} />
      ))}
      {feed ? <link rel="alternate" type="application/atom+xml" href={feed} /> : null}
      {jsonLd ? <JsonLd data={jsonLd} /> : null}
    </>
  );
}

export default function App() {
  return <Outlet />;
}

/** A page that does not exist, is not for this reader, or could not be made; what was typed is still there. */
export function ErrorBoundary() {
  const error = useRouteError();
  return <Trouble error={isRouteErrorResponse(error) ? { status: error.status, data: error.data } : null} />;
}
