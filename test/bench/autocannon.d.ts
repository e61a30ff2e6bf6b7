/** The part of autocannon that the benches use; the package brings no types. */
declare module "autocannon" {
  type Result = {
    requests: { average: number };
    latency: { p50: number; p99: number };
    non2xx: number;
  };
  type Request = { path: string; method?: "GET" | "POST"; headers?: Record<string, string>; body?: string };
  export default function autocannon(options: {
    url: string;
    headers?: Record<string, string>;
    connections: number;
    duration: number;
    requests?: Request[];
    /** called with each connection before its first request */
    setupClient?: (client: { setRequests: (requests: Request[]) => void }) => void;
  }): Promise<Result>;
}
