/** A demande of which all the engines say « eligible ». */
export const SURE = { dateDepot: "2024-03-15", reponses: { "date-naissance": "1955-03-02", "code-postal": "62000", hebergement: "a-son-nom", "pass-recus": 0, accompagne: true } };
