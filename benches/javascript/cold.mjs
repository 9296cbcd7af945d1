// One start of one engine: milliseconds from its import to its first answer. Run by bench.mjs, each time in a new process.

const DEMANDE = { dateDepot: "2024-03-15", reponses: { "date-naissance": "1955-03-02", "code-postal": "62000", hebergement: "a-son-nom", "pass-recus": 0, accompagne: true } };

const start = performance.now();
const { answer } = await import(`./${process.argv[2]}.mjs`);
const { verdict } = answer(DEMANDE);
const spent = performance.now() - start;
if (verdict !== "eligible") throw new Error(`${process.argv[2]}: ${verdict}`);
console.log(spent);
