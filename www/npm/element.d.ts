import type { Bilan, Demande, Verdict } from "./pass_numerique.js";

/** The element `<pass-numerique>`. Importing this module defines it. */
export interface PassNumerique extends HTMLElement {
  /** Settled when the test is on screen, rejected when it cannot be. A new one at each start. */
  readonly pret: Promise<void>;
  /** The day of deposit in use, `AAAA-MM-JJ`. */
  readonly dateDepot: string;
  /** The answers so far; undefined until ready. */
  readonly demande: Demande | undefined;
  /** The decisions for those answers; undefined until ready. */
  readonly bilan: Bilan | undefined;
  /** Forgets everything and shows the first screen. */
  recommencer(): void;
  /** Opens the print dialog. */
  imprimer(): void;
}

/** The events, by name. No one carries an answer. */
export interface PassNumeriqueEventMap {
  "pass-numerique-pret": CustomEvent<Record<string, never>>;
  "pass-numerique-etape": CustomEvent<{ question: string }>;
  "pass-numerique-resultat": CustomEvent<{ verdict: Verdict; reglement: string; carnet: number | null }>;
  "pass-numerique-recommence": CustomEvent<Record<string, never>>;
  "pass-numerique-erreur": CustomEvent<{ code: "reglements" | "chargement" | "configuration" }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "pass-numerique": PassNumerique;
  }
  interface HTMLElementEventMap extends PassNumeriqueEventMap {}
}
