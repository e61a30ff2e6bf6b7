import { describeApi } from "#app/web/api/description.server.ts";
import { apiLoader, onlyBy } from "#app/web/api.server.ts";

export const loader = apiLoader(async ({ url }) => describeApi(url.origin), { maxAgeSeconds: 300 });

export const action = onlyBy("GET");
