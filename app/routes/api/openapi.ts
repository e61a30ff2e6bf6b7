import { environment } from "#app/platform/environment.server.ts";
import { describeApi } from "#app/web/api/description.server.ts";
import { apiLoader, onlyBy } from "#app/web/api.server.ts";

export const loader = apiLoader(async () => describeApi(environment().baseUrl), { maxAgeSeconds: 300 });

export const action = onlyBy("GET");
