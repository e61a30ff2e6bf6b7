/** The part of autocannon that the benches use; the package brings no types. */
declare module "autocannon" {
  type Result = {
    requests: { average: number };
    latency: { p50: number; p99: number };
    non2xx: number;
  };
  export default function autocannon(options: {
    url: string;
    headers?: Record<string, string>;
    connections: number;
    duration: number;
    requests?: { path: string; method?: "GET" | "POST"; headers?: Record<string, string>; body?: string }[];
  }): Promise<Result>;
}
