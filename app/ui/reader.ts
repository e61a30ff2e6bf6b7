import { createContext } from "react";

/** Who is signed in, as the frame of the page knows them: notices not yet read, and whether they follow this page's subject. */
export type Reader = { name: string; unread: number; follows: boolean };

/** The reader of the page; null for a visitor, and where the frame is drawn without the database. */
export const ReaderContext = createContext<Reader | null>(null);
