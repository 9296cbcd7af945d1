// Writes the lists of tests/listes/notres/: node tests/listes/fabriquer.mjs
//
// Every pupil is invented. Each list is in the shape of one source, or holds one trap; what is read in it stands
// beside it, in a .json that METTRE_A_JOUR=1 cargo test listes writes and that people read.

import { mkdirSync, writeFileSync } from "node:fs";
import { crc32 as zlibCrc, deflateRawSync } from "node:zlib";

const FOLDER = new URL("notres/", import.meta.url);
mkdirSync(FOLDER, { recursive: true });
const write = (name, content) => writeFileSync(new URL(name, FOLDER), content);

// ── Encodings ──

const HIGH = {
  cp1252: "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ",
  mac: "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ",
};
const oneByte = (high) => (text) =>
  Buffer.from(
    [...text].map((letter) => {
      const rank = HIGH[high].indexOf(letter);
      const code = rank >= 0 ? 0x80 + rank : letter.codePointAt(0);
      if (code > 255) throw new Error(`${letter} is not in ${high}`);
      return code;
    }),
  );
const cp1252 = oneByte("cp1252");
const mac = oneByte("mac");
const utf8 = (text) => Buffer.from(text, "utf8");
const utf16le = (text) => Buffer.from(text, "utf16le");
const utf16be = (text) => Buffer.from(utf16le(text)).swap16();
const BOM = "\ufeff";
const CRLF = (text) => text.replaceAll("\n", "\r\n");
const CR = (text) => text.replaceAll("\n", "\r");

// ── Archives ──

const crcTable = Array.from({ length: 256 }, (_, n) => {
  for (let k = 0; k < 8; k++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n >>> 0;
});
const crc32 = zlibCrc ?? ((bytes) => (bytes.reduce((crc, byte) => (crc >>> 8) ^ crcTable[(crc ^ byte) & 255], ~0) ^ ~0) >>> 0);

/** An archive; `stored` files are not compressed, as the mimetype of an .ods. */
function zip(files, { flags = 0, declared } = {}) {
  const locals = [];
  const central = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const bytes = Buffer.from(content);
    const stored = name === "mimetype";
    const packed = stored ? bytes : deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(flags, 2);
    head.writeUInt16LE(stored ? 0 : 8, 4);
    head.writeUInt16LE(0x21, 8);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(declared ?? bytes.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04"), head, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from("PK\x01\x02\x14\0"), head, tail, Buffer.from(name)]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length, 4);
  end.writeUInt16LE(central.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, Buffer.from("PK\x05\x06"), end]);
}

const escape = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** The files of an .xlsx; `sheets` maps a name to the XML of its rows, which begin by « state: » when hidden. */
function xlsx(sheets, { shared = [], styles = "", properties = "" } = {}) {
  const names = Object.keys(sheets);
  const files = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns:r="r"><workbookPr ${properties}/><sheets>${names
      .map((name, rank) => {
        const state = sheets[name].startsWith("hidden:") ? ' state="hidden"' : "";
        return `<sheet name="${escape(name)}" sheetId="${rank + 1}"${state} r:id="rId${rank + 1}"/>`;
      })
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships>${names
      .map((_, rank) => `<Relationship Id="rId${rank + 1}" Target="worksheets/sheet${rank + 1}.xml"/>`)
      .join("")}</Relationships>`,
    "xl/sharedStrings.xml": `<sst>${shared.map((si) => `<si>${si}</si>`).join("")}</sst>`,
    "xl/styles.xml": `<styleSheet>${styles}</styleSheet>`,
  };
  names.forEach((name, rank) => {
    const rows = sheets[name].replace("hidden:", "");
    files[`xl/worksheets/sheet${rank + 1}.xml`] = `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
  });
  return files;
}
const row = (number, ...cells) =>
  `<row r="${number}">${cells.map((cell, rank) => cell.replace("@", String.fromCharCode(65 + rank) + number)).join("")}</row>`;
const inline = (text) => `<c r="@" t="inlineStr"><is><t>${escape(text)}</t></is></c>`;
const number = (value, style = 0) => `<c r="@" s="${style}"><v>${value}</v></c>`;
const shared = (rank) => `<c r="@" t="s"><v>${rank}</v></c>`;

/** The files of an .ods. */
const ods = (tables, manifest = "<manifest:manifest/>") => ({
  mimetype: "application/vnd.oasis.opendocument.spreadsheet",
  "content.xml": `<?xml version="1.0" encoding="UTF-8"?><office:document-content><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
  "META-INF/manifest.xml": manifest,
});
const p = (text) => `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
const tr = (...cells) => `<table:table-row>${cells.join("")}</table:table-row>`;

// ── What schools export ──

write("02-siecle-eleves-complete.csv", cp1252(CRLF(`Nom de famille;Prénom;Date Naissance;Date Sortie;Commune Naiss.;Code MEF;Lib. MEF;Lib. Structure;Code Postal Repr. Lég. ;Nom Repr. Lég. 
DELSAUX;Inès;05/03/2006;;59000 LILLE;24731202330;TLEPRO COMMERCE;TCOM1;59000;DELSAUX
ROUSSEL;Tom;12/11/2005;20/09/2023;62000 ARRAS;24122131220;2CAP2  CUISINE;2CUIS;2100;ROUSSEL
LŒUILLET;Zoé;01/02/2007;05/07/2024;;2473120233C;TLEPRO COMMERCE;TCOM1;;
`)));

write("04-pronote-liste.csv", utf16le(BOM + CRLF(`Nom;Prénom;Né(e) le;Prénom d'usage;Sexe;Classe;Projet d'accompagnement;Allergies
MARTIN;Léa;14/05/2006;Léo;F;TMEI;PAP;ARACHIDE-SECRET
PETIT;Noé;02/01/2005;;M;TMEI;;
`)));

write("07-ecole-directe.csv", cp1252(CRLF(`Lycée professionnel inventé;;;
Année scolaire : 2023-2024;;;
Classe : TASSP 1;;;
Liste des élèves;;;
;;;
NOM Prénom;Né(e) le;Sexe;Régime
BÉTHENCOURT Anaïs;21/04/2006;F;DP
D'HALLUIN Jean-Noël;30/09/2005;M;EXT
2 élèves;;;
`)));

write("09-onde.csv", cp1252(CRLF(`Nom élève;Prénom élève;Date naissance;Cp1;Commune1;Libellé classe
CARON;Élodie;2006-05-12;62100;CALAIS;TCOM
LEFÈVRE;Maël;12/06/2006;59140;DUNKERQUE;TCOM
`)));

write("11-fregata-mac.csv", mac(CR(`Premier prénom*;Nom de famille*;Date de naissance (jj/mm/aaaa)*;Code MEF*;Division*;Statut
Hélène;CŒURET;03/08/2005;27633002330;T CGEA;ST
Loïc;VASSEUR;11/12/2004;27121117220;2CAPA;AP
`)));

write("12-affelnet.csv", utf8(`"Nom de l'élève","Prénom 1","Code postal","Code MEF","Libellé formation"
"RICHEZ","Océane","4200","2473120231","2NDPRO COMMERCE"
"HUBERT","Sacha","80000","2412213121","1CAP2 CUISINE"
`));

write("14-siecle.zip", zip({
  "ExportXML_ElevesSansAdresses.xml": cp1252(`<?xml version="1.0" encoding="ISO-8859-1"?>
<BEE_ELEVES VERSION="2.1"><DONNEES><STRUCTURES>
<STRUCTURES_ELEVE ELEVE_ID="7"><STRUCTURE><CODE_STRUCTURE>G1</CODE_STRUCTURE><TYPE_STRUCTURE>G</TYPE_STRUCTURE></STRUCTURE><STRUCTURE><CODE_STRUCTURE>TMEI</CODE_STRUCTURE><TYPE_STRUCTURE>D</TYPE_STRUCTURE></STRUCTURE></STRUCTURES_ELEVE>
</STRUCTURES><ELEVES>
<ELEVE ELEVE_ID="7"><NOM_DE_FAMILLE>D&apos;ÉCOLE</NOM_DE_FAMILLE><NOM_USAGE>AUTRE</NOM_USAGE><PRENOM><![CDATA[Zoé & co]]></PRENOM><DATE_NAISS>05/12/2005</DATE_NAISS>
<SCOLARITE_AN_DERNIER><CODE_MEF>24725007320</CODE_MEF></SCOLARITE_AN_DERNIER></ELEVE>
</ELEVES></DONNEES></BEE_ELEVES>
`) }));

write("15-siecle-coupe.xml", utf8(`<?xml version="1.0" encoding="UTF-8"?>
<BEE_ELEVES VERSION="2.1"><DONNEES><ELEVES>
<ELEVE ELEVE_ID="1"><NOM_DE_FAMILLE>UN</NOM_DE_FAMILLE><PRENOM>Ada</PRENOM><DATE_NAISS>12/05/2006</DATE_NAISS><CODE_MEF>24731202330</CODE_MEF></ELEVE>
<ELEVE ELEVE_ID="2"><NOM_DE_FAMILLE>DEUX</NOM_DE_FAMILLE><PREN`));

// ── Encodings, separators, ends of line ──

const SIMPLE = `Nom;Prénom;Date de naissance;Classe;Code postal
DÉPREZ;Chloé;07/04/2006;TCOM;59000
NOËL;François;23/10/2005;TCOM;62000
`;
write("20-utf-16le-sans-bom.csv", utf16le(SIMPLE));
write("21-utf-16be-avec-bom.csv", utf16be(BOM + SIMPLE));
write("22-macintosh.csv", mac(SIMPLE));
write("23-utf-8-bom-tabulations.txt", utf8(BOM + SIMPLE.replaceAll(";", "\t")));
write("24-fins-de-ligne-melees.csv", utf8("Nom;Prénom;Né(e) le;Classe;Code postal\r\nUN;Ada;01/01/2006;T1;59000\rDEUX;Bob;02/01/2006;T1;59000\n\n\"TROIS\r\nQUATRE\";\"Cé\rcile\";03/01/2006;T1;59000\r\nCINQ;Dan;04/01/2006;T1;59000"));
write("25-sep-d-excel.csv", cp1252(CRLF("sep=;\n" + SIMPLE)));
write("26-accents-abimes.csv", utf8(`Nom;Prénom;Date de naissance;Classe;Code postal
LEFÃ¨VRE;LÃ©a;07/04/2006;TCOM;59000
B\ufffdRON;Zo\ufffd;23/10/2005;TCOM;62000
MAGALHÃES;João;23/11/2005;TCOM;62000
`));

write("27-en-tete-abime.csv", utf8(`Nom;PrÃ©nom;NÃ©(e) le;Classe
LEFEBVRE;LÃ©a;07/04/2006;TCOM
`));
write("28-lettres-perdues.csv", utf8(`Nom de l'\ufffdl\ufffdve;Pr\ufffdnom;N\ufffd(e) le;Classe
LEFEBVRE;L\ufffda;07/04/2006;TCOM
`));

// ── Values ──

write("30-dates-et-codes.csv", utf8(`nom;prenom;ddn;cp;pays;mef
UN;Ada;39123;2100;;2,41E+10
DEUX;Bob;1er août 2005;7700;;24731202330
TROIS;Cyd;20060229;7700;Belgique;24731202220
QUATRE;Dan;2005-09-01 00:00:00;59 000;France;2473120233
CINQ;Eva;03/10/23;59000 CEDEX 9;FR;23720031202
HUIT;Hal;01/01/2006;6000;;24731202330
NEUF;Ian;01/01/2006;60100;;24731202330
SIX;Fay;12/05/1806;02000;;TLEPRO
SEPT;Guy;38000;étranger;;24731202310
`));
write("31-mois-devant-sans-conflit.csv", utf8(`Last Name,First Name,Date of Birth,Zip
UN,Ada,12/31/2005,59000
DEUX,Bob,01/02/2006,59000
TROIS,Cyd,02/02/2006,59000
`));
write("32-formations.csv", utf8(`Nom;Prénom;Né le;Formation;Statut
UN;Ada;01/01/2006;TLE PRO3 COMMERCE;Apprenti(e)
DEUX;Bob;01/01/2006;2CAP2 CUISINE;Scolaire
TROIS;Cyd;01/01/2006;1CAP2 CUISINE;
QUATRE;Dan;01/01/2006;terminale-bac-pro;
CINQ;Eva;01/01/2006;Commerce;AP
SIX;Fay;01/01/2006;;
SEPT;Guy;01/01/2006;inconnu;
`));
write("33-noms-et-prenoms.tsv", utf8(`NOM Prénom\tNaissance\tClasse
de LA TOUR Jean\t01/01/2006\t2CAP
Camille DUPONT\t01/01/2006\tT MELEC
Dupont, Camille\t01/01/2006\tTG1
MARTIN\t01/01/2006\tInactifs
MARTIN ÉMILIE\t01/01/2006\t
De La Tour Camille\t01/01/2006\t1CAP
`));
write("34-homonymes.csv", utf8(`Nom;Prénom;Date de naissance;Classe;Code postal
MARTIN;Léa;07/04/2006;TCOM;59000
MARTIN;Léa;07/04/2006;TCOM;59000
MARTIN;Léa;08/04/2006;TCOM;59000
`));
write("35-responsable-seul.csv", utf8(`Nom;Prénom;Date de naissance;R1_NOM;R1_CP;R2_CP;Code postal
UN;Ada;01/01/2006;UN;2100;59000;
DEUX;Bob;01/01/2006;DEUX;59OOO;59000;
TROIS;Cyd;01/01/2006;TROIS;59000;59000;62000
`));
write("36-nom-de-naissance.csv", utf8(`Nom de naissance;Nom d'usage;Prénom;Naissance
UN;AUTRE;Ada;01/01/2006
`));

write("37-zeros-gardes.csv", utf8(`Nom;Prénom;Date de naissance;Code postal;Code MEF
UN;Ada;="07/04/2006";="02100";"=""24731202330"""
`));

// ── Rows ──

write("40-un-eleve.csv", utf8("Nom;Prénom;Né(e) le\nSEUL;Ada;01/01/2006"));
write("41-en-tete-seul.csv", cp1252("Nom;Prénom;Date de naissance;Classe\r\n"));
write("42-preambule-et-totaux.csv", utf8(`Lycée inventé;;;
;;;
Nom;Prénom;Naissance;Classe
(état civil);;(jj/mm/aaaa);
UN;Ada;01/01/2006;T1
Nom;Prénom;Naissance;Classe
DEUX;Bob;02/01/2006;T1
;;;
TOTAL;2;;
Effectif : 2;;;
;;03/01/2006;T1
`));
write("43-deux-en-tetes.csv", utf8(`Nom;Prénom;Naissance
LAST NAME;FIRST NAME;BIRTHDATE
UN;Ada;01/01/2006
`));
write("44-cellules-hostiles.csv", utf8(`Nom;Prénom;Date de naissance;Classe;Code postal
=1+1;@Zoé;01/01/2006;=CMD();59000
'=1+1;'t Hart;01/01/2006;'-T1;59000
<img src=x onerror=alert(1)>;"<script>""x""</script>";01/01/2006;T1;59000
A\0B;\u202eGAUCHE\u202c;01/\u200b01/2006;T\u00ad1;59\u00a0000
"JAMAIS FERMÉ;Ada;01/01/2006;T1;59000
"BIEN;FERMÉ";"Jean ""Nono""";01/01/2006;T1;59000
${"LONG".repeat(500)};${";".repeat(40)}
`));
write("45-mots-de-passe.csv", utf8(`NOM;PRENOM;DATE NAISS;CLASSES;MDP;ALLERGIES;R1_NOM;R1_PORTABLE;ID NATIONAL
UN;Ada;01/01/2006;T1;"S3CR3T ""MDP""";ARACHIDE-SECRET;PARENT-SECRET;0600000000;999000000ZZ
`));
// The first pupil is one, whatever stands for the date; nothing is taken from the guardian; a count is no pupil.
write("51-dates-en-tirets.csv", utf8(`Nom;Prénom;Né(e) le;Classe;Code postal;Pays;Date sortie
UN;Ada;-;T1;59000;?;-
DEUX;Bob;Date à compléter;T1;59000;FR - FRANCE;néant
TROIS;#N/A;12/05/2006;#REF!;59000;Ruritanie;00/00/0000
QUATRE;Dan;12/05/2006;T1;10115;Allemagne;
CINQ;Eve;12/05/2006;T1;7700;Belgique;30/06/2023
Total;;4;4;;;
24;;;;;;
`));
write("52-colonnes-groupees.csv", utf8(`Responsable;;Élève;;;;
Nom;Prénom;Nom;Prénom;Né(e) le;Classe;Code postal
SECRET;Paul;UN;Ada;12/05/2006;T1;62000
`));
write("53-code-du-groupe-responsable.csv", utf8(`Élève;;;Responsable;
Nom;Prénom;Né(e) le;Nom du responsable;Code postal
UN;Ada;12/05/2006;SECRET Paul;59000
`));
write("54-une-classe-apres-l-autre.csv", utf8(`Classe : TCOM1;;
Nom;Prénom;Né(e) le
UN;Ada;12/05/2006

Classe : TMEI;;
Nom;Prénom;Né(e) le
DEUX;Bob;14/05/2006
`));
write("55-preambule-en-cases.csv", utf8(`Nom :;Mme MARTIN;Classe :;TCOM1
Classe :;TCOM1;Élèves :;2

Nom;Prénom;Né(e) le;Code postal
UN;Ada;12/05/2006;59000
DEUX;Bob;14/05/2006;59000
`));
write("46-sans-en-tete-un-eleve.tsv", utf8("DUPONT Camille\t01/02/2006\t59000\n"));
write("47-sans-en-tete-responsables.csv", utf8(`Nom repr. légal 1;Prénom repr. légal 1;Code postal repr. légal 1
PARENT;Ada;59000
PARENT;Bob;59000
`));
write("48-colonnes-en-double.csv", utf8(`Nom;Prénom;Code postal;Code postal;Date de naissance;Date de naissance
UN;Ada;59000;62000;01/01/2006;02/02/1970
`));
write("49-colle-de-libreoffice.txt", utf8(`Nom\tPrénom\tNé(e) le\tClasse\tCP
UN\t"Ada
Lou"\t01/01/06\tT1\t2000
DEUX\tBob\t15 mars 2006\tT1\t59000
`));
write("50-colle-d-excel-en-ligne.txt", utf8(CRLF(`Nom\tPrénom\tDate de naissance\tClasse\tCode postal
UN\tAda\t01/01/2006\tT1\t59000
"DEUX ""dit"" TROIS"\tBob\t02/01/2006\tT1\t02000
`)));

// ── Workbooks ──

write("60-classeur-complet.xlsx", zip(xlsx(
  {
    Masquée: `hidden:${row(1, inline("Nom"), inline("Prénom"), inline("Né(e) le"))}${row(2, inline("CACHÉ"), inline("Ada"), number(38000, 1))}`,
    Garde: row(1, inline("Lycée inventé")),
    "Élèves & co": [
      row(2, shared(0), shared(1), inline("Né(e) le"), inline("Classe"), inline("CP"), inline("MEF"), inline("Allergies")),
      row(4, shared(2), inline("Zoé"), number(38023, 1), inline("T1"), number("2100"), number("2.473120233E10"), inline("ARACHIDE-SECRET")),
      row(5, inline("DEUX"), inline("Bob"), number(38023, 0), "", number("59000.0"), inline("24122131220")),
      '<row><c t="str"><v>SANS</v></c><c t="str"><v>R\u00e9f</v></c><c s="2"><v>38024.5</v></c><c t="e"><v>#N/A</v></c></row>',
      row(9, inline("NEUF"), inline("Cyd"), '<c r="C9" t="d"><v>2006-05-12T00:00:00</v></c>'),
    ].join(""),
  },
  {
    shared: ["<t>Nom</t>", "<r><t>Pré</t></r><r><t xml:space=\"preserve\">nom</t></r><rPh><t>x</t></rPh>", "<t>L'ÉTÉ &amp; FILS</t>"],
    styles: '<numFmts><numFmt numFmtId="164" formatCode="[$-40C]d mmmm yyyy;@"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>',
  },
)));
write("61-classeur-1904.xlsx", zip(xlsx(
  { Liste: row(1, inline("Nom"), inline("Prénom"), inline("Naissance")) + row(2, inline("UN"), inline("Ada"), number(36561, 1)) },
  { properties: 'date1904="1"', styles: '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>' },
)));
write("62-classeur.ods", zip(ods(
  `<table:table table:name="Vide"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>
<table:table table:name="Élèves">${tr(p("Liste des élèves"))}
<table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="1024"/></table:table-row>
${tr(p("Nom"), p("Prénom"), p("Né(e) le"), p("Classe"), p("Code postal"), p("Allergies"))}
${tr(p("D&apos;ARC"), p("Jeanne<text:s/>Marie"), '<table:table-cell office:value-type="date" office:date-value="2006-05-12"><text:p>12/05/06</text:p></table:table-cell>', p("T1"), '<table:table-cell office:value-type="float" office:value="2100"><text:p>2100</text:p></table:table-cell>', p("ARACHIDE-SECRET"))}
${tr(`<table:table-cell office:value-type="string"><office:annotation><text:p>NOTE-SECRETE</text:p></office:annotation><text:p>DEUX</text:p></table:table-cell>`, p("Bob"), p("2005-09-01"), '<table:covered-table-cell/>', p("59000"))}
<table:table-row table:number-rows-repeated="2">${p("JUMEAU")}${p("Cyd")}${p("01/01/2006")}${p("T1")}${p("62000")}</table:table-row>
<table:table-row table:number-rows-repeated="1048560"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table>`,
)));
write("63-classeur-sans-en-tete.xlsx", zip(xlsx({
  Feuil1: ["ALPHA Ada", "BETA Bob"].map((name, rank) => row(rank + 1, inline(name), inline("12/05/2006"), number("59000"), inline("TCOM"))).join(""),
})));
write("64-csv-dans-un-zip.zip", zip({ "__MACOSX/._liste.csv": "x", "dossier/liste.CSV": utf8(SIMPLE) }));

write("65-texte.odt", zip({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<office:text><text:p>Bonjour</text:p></office:text>" }));

// ── What cannot be read ──

write("80-vide.csv", "");
write("81-espaces.csv", utf8(BOM + " \r\n\t\r\n"));
write("82-document.pdf", "%PDF-1.7\n%âãÏÓ\n1 0 obj");
const compound = (stream) => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(504), utf16le(stream), Buffer.alloc(512)]);
write("83-ancien.xls", compound("Workbook"));
write("84-chiffre.xlsx", compound("EncryptedPackage"));
write("85-chiffre.ods", zip(ods("", "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>")));
write("86-chiffre.zip", zip({ "liste.csv": SIMPLE }, { flags: 1 }));
write("87-coupe.xlsx", zip(xlsx({ Feuil1: "" })).subarray(0, 300));
write("88-bombe.zip", zip({ "liste.csv": SIMPLE }, { declared: 0xf0000000 }));
write("89-menteur.zip", zip({ "liste.csv": SIMPLE }, { declared: 20 }));
write("90-binaire.xlsb", zip({ "xl/workbook.bin": "x" }));
write("91-page-web.xls", utf8("<html><body><table><tr><td>Nom</td><td>Prénom</td></tr></table></body></html>"));
write("92-xml-sans-eleve.xml", utf8('<?xml version="1.0" encoding="UTF-8"?><BEE_RESPONSABLES><PERSONNE><NOM>PARENT</NOM></PERSONNE></BEE_RESPONSABLES>'));
write("93-prose.txt", utf8("Bonjour,\n\nvoici la liste, avec tous les élèves ; merci.\n"));
let seed = 42;
write("94-bruit.bin", Buffer.from(Array.from({ length: 4096 }, () => (seed = (seed * 1103515245 + 12345) % 2147483648) >> 16)));
