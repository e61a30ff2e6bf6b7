import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { HasErrorsContext } from "#app/ui/server-page.tsx";
import { hasErrors } from "#app/web/has-errors.ts";

// Forms of hydrated pages post natively: what the actions answered stays true for as long as the page lives.
startTransition(() => {
  hydrateRoot(
    document,
    <HasErrorsContext.Provider value={hasErrors(window.__remixContext.state.actionData)}>
      <RemixBrowser />
    </HasErrorsContext.Provider>,
  );
});
