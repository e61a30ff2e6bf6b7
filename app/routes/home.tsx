import { Page } from "#app/ui/frame/page.tsx";
import { publicLoader } from "#app/web/guard.server.ts";

export const handle = { ownSearch: true };

export const loader = publicLoader(async ({ t }) => ({ title: t("frame:home") }));

export default function Home() {
  return (
    <Page>
      <h1>Ba Nhà</h1>
    </Page>
  );
}
