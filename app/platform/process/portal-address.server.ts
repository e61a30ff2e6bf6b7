let address: string | undefined;

/** Sets the portal's public address (BASE_URL); the process start calls it once. */
export function choosePortalAddress(baseUrl: string): void {
  address = baseUrl.replace(/\/+$/, "");
}

/** A path of the portal as a whole address, for what leaves it: mails, feeds, exports. Never taken from a request. */
export function portalUrl(path: `/${string}`): string {
  if (address === undefined) throw new Error("The process start has not set the portal's address.");
  return address + path;
}
