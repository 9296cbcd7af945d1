//! Above the table: the totals, which are the filters, what can be taken for all at once, the search.

use super::atelier::{AVEC_BARRE, Etape, PAR_PAGE};
use super::avis::Sort;
use super::corrections;
use super::dire;
use super::doubles;
use super::eleve::suggere_par_la_classe;
use super::mots::{compte, ecrit, facultatif, mot, mot_avec};
use super::tri::{Colonne, Filtre};
use super::vues::{Vue, bouton, invisible, p};
use crate::en_liste::EnListe;
use crate::liste::CodeAlerte;
use crate::page::{Element, el, jour_dit};

impl Vue<'_> {
    /// The answer for the whole list, in two lines.
    pub fn resume(&self) -> Element {
        let a = self.a;
        let total = a.eleves.len();
        let mut phrases: Vec<String> = Vec::new();
        for rang in 0..a.voies.len() {
            let avis = a.eleves.iter().filter_map(|e| e.avis.as_ref());
            let voies = avis.filter_map(|avis| avis.voies.get(rang));
            let oui = voies.filter(|v| v.sort == Sort::PeutDemander).en_liste();
            let pass: u32 = oui.iter().filter_map(|voie| voie.carnet).sum();
            let nombre = compte("peuvent-demander", oui.len());
            let combien = match pass {
                0 => String::new(),
                pass => {
                    let pass = ecrit(pass as usize);
                    mot_avec("pass-en-tout", &[("nombre", &pass)])
                }
            };
            phrases.push(format!("{}\u{a0}: {nombre}{combien}.", self.voie(rang)));
        }
        let fautifs = a.eleves.iter().filter(|e| e.faute().is_some()).count();
        let jour = self.c.textes.jour_nomme(a.depot());
        let suite = el("p")
            .classe("aide")
            .texte(mot_avec("demande-du", &[("jour", &jour)]))
            .texte(" ")
            .avec(bouton("changer", "", mot("changer"), "lien"))
            .texte(" ")
            .texte(mot("carte-generation"));
        let en_tout = compte("eleves", total);
        el("div")
            .classe("resume")
            .attr("data-cle", "resume")
            .avec(
                el("p")
                    .avec(el("strong").texte(format!("{en_tout}. {}", phrases.join(" "))))
                    .texte(match fautifs {
                        0 => String::new(),
                        n => format!(" {}", compte("a-corriger-en-tout", n)),
                    }),
            )
            .avec(suite)
    }

    /// Groups of buttons with their counts; each group adds up to the list.
    pub fn filtres(&self) -> Element {
        let a = self.a;
        let fautifs = a.eleves.iter().filter(|e| e.faute().is_some()).count();
        let mut tous = vec![self.filtre(Filtre::Tous, mot("tous"), a.eleves.len(), "tous")];
        if fautifs > 0 {
            tous.push(self.filtre(
                Filtre::ACorriger,
                mot("sort-a-corriger"),
                fautifs,
                "attention",
            ));
        }
        let doubles = a.eleves.iter().filter(|e| e.double.is_some()).count();
        if doubles > 0 {
            let mots = mot("sort-en-double");
            tous.push(self.filtre(Filtre::EnDouble, mots, doubles, "attention"));
        }
        let mut groupes = vec![groupe(mot("afficher"), tous)];
        for rang in 0..a.voies.len() {
            let boutons = Sort::TOUS.iter().filter_map(|sort| {
                let filtre = Filtre::Voie(rang, *sort);
                let nombre = a.eleves.iter().filter(|e| filtre.garde(e)).count();
                let garde = nombre > 0 || a.filtre == filtre;
                let mots = mot(&format!("sort-{}", sort.nom()));
                garde.then(|| self.filtre(filtre, mots, nombre, ton(*sort)))
            });
            groupes.push(groupe(self.voie(rang), boutons.en_liste()));
        }
        let boite = el("div").classe("filtres").attr("data-cle", "filtres");
        boite.avec_tous(groupes)
    }

    fn filtre(&self, filtre: Filtre, mots: String, nombre: usize, ton: &str) -> Element {
        let presse = self.a.filtre == filtre;
        el("button")
            .attr("type", "button")
            .classe("filtre")
            .attr("data-cle", filtre.nom())
            .attr("data-action", "filtrer")
            .attr("data-cible", filtre.nom())
            .attr("aria-pressed", if presse { "true" } else { "false" })
            .avec(el("span").texte(mots))
            .texte(" ")
            .avec(
                el("span")
                    .classe("nombre")
                    .attr("data-ton", ton)
                    .texte(ecrit(nombre)),
            )
    }

    /// Proposals of a kind, taken one by one in the forms, or all at once here.
    pub fn lots(&self) -> Option<Element> {
        let lots = corrections::lots(&self.a.eleves);
        let lignes = lots.iter().enumerate().map(|(rang, lot)| {
            let eleve = &self.a.eleves[lot.rangs[0]];
            let alerte = eleve.alerte(lot.champ);
            let exemple = alerte.and_then(|alerte| {
                let lu = alerte.lu.clone().filter(|_| !suggere_par_la_classe(alerte));
                let lu = lu.unwrap_or_else(|| eleve.classe.clone());
                let propose = match lot.code {
                    CodeAlerte::CodePostalInconnu => lu.clone(),
                    _ => self.propose(alerte),
                };
                let blancs = [("lu", &*lu), ("propose", &*propose)];
                (lu != propose).then(|| mot_avec("exemple-de-lot", &blancs))
            });
            el("li")
                .classe("lot")
                .avec(bouton(
                    "accepter-tous",
                    &rang.to_string(),
                    compte(lot.mot(), lot.rangs.len()),
                    "bouton secondaire",
                ))
                .avec_tous(exemple.map(|dit| el("span").classe("aide").texte(dit)))
        });
        let lignes = lignes.chain(self.doubles_a_retirer()).en_liste();
        (!lignes.is_empty()).then(|| {
            el("div")
                .classe("lots")
                .attr("data-cle", "lots")
                .avec(
                    self.c
                        .titre(1)
                        .classe("sous-titre")
                        .texte(mot("titre-lots")),
                )
                .avec(el("ul").avec_tous(lignes))
        })
    }

    /// Once the lists are checked: while one is, reading it again would bring them back.
    fn doubles_a_retirer(&self) -> Option<Element> {
        let de_trop = match self.a.etape {
            Etape::Travailler => doubles::de_trop(&self.a.eleves),
            _ => 0,
        };
        (de_trop > 0).then(|| {
            let mots = compte("lot-doubles", de_trop);
            let bouton = bouton("retirer-les-doubles", "", mots, "bouton secondaire");
            let aide = el("span").classe("aide").texte(mot("lot-doubles-detail"));
            el("li").classe("lot").avec(bouton).avec(aide)
        })
    }

    /// What is proposed, as the page writes it.
    pub fn propose(&self, alerte: &crate::liste::Alerte) -> String {
        let propose = alerte.proposition.clone().unwrap_or_default();
        match alerte.champ {
            crate::liste::Champ::DateNaissance => {
                let jour = crate::date::lire(&propose);
                jour.map_or(propose, jour_dit::ecrire)
            }
            crate::liste::Champ::Niveau => mot(&format!("niveau-{propose}")),
            _ => propose,
        }
    }

    /// The search, what is shown, and the pages.
    pub fn outils(&self, montres: usize) -> Element {
        let a = self.a;
        let recherche = el("div")
            .classe("recherche")
            .avec(el("label").attr("for", "chercher").texte(mot("chercher")))
            .avec(
                el("input")
                    .attr("type", "search")
                    .classe("texte")
                    .attr("id", "chercher")
                    .attr("name", "chercher")
                    .attr("autocomplete", "off")
                    .attr("spellcheck", "false")
                    .attr("value", a.recherche.clone()),
            );
        el("div")
            .classe("outils")
            .attr("data-cle", "outils")
            .avec(recherche)
            .avec(
                el("p")
                    .classe("montres")
                    .attr("id", "montres")
                    .attr("tabindex", "-1")
                    .texte(self.ce_qui_est_montre(montres)),
            )
            .avec_tous(a.etroit.then(|| self.trier_par()))
            .avec(bouton("ajouter", "", mot("ajouter"), "bouton secondaire").attr("id", "ajouter"))
            .avec(self.lire_une_autre())
    }

    fn ce_qui_est_montre(&self, montres: usize) -> String {
        let a = self.a;
        let colonne = match a.tri.0 {
            Colonne::Voie(rang) => self.voie(rang),
            autre => mot(&format!("ordre-{}", autre.nom())),
        };
        let ordre = mot_avec(
            if a.tri.1 { "ordre-inverse" } else { "ordre" },
            &[("colonne", &colonne)],
        );
        let combien = match montres > PAR_PAGE && !a.tout {
            true => {
                let du = (a.page - 1) * PAR_PAGE + 1;
                let au = (a.page * PAR_PAGE).min(montres);
                let blancs = [
                    ("du", &*ecrit(du)),
                    ("au", &*ecrit(au)),
                    ("total", &*ecrit(montres)),
                ];
                mot_avec("eleves-du-au", &blancs)
            }
            false => compte("montres", montres),
        };
        format!("{combien} {ordre}")
    }

    fn trier_par(&self) -> Element {
        let colonnes = super::tri::colonnes(self.a.voies.len());
        let options = colonnes.into_iter().map(|colonne| {
            let nom = match colonne {
                Colonne::Voie(rang) => self.voie(rang),
                autre => mot(&format!("entete-{}", autre.nom())),
            };
            el("option")
                .attr("value", colonne.nom())
                .drapeau("selected", colonne == self.a.tri.0)
                .texte(nom)
        });
        el("div")
            .classe("recherche")
            .avec(el("label").attr("for", "trier-par").texte(mot("trier-par")))
            .avec(
                el("select")
                    .attr("name", "trier-par")
                    .attr("id", "trier-par")
                    .avec_tous(options),
            )
    }

    /// Before and after, above the table and under it; all of them on one page when somebody asks for it.
    pub fn pages(&self, montres: usize, en_bas: bool) -> Option<Element> {
        let a = self.a;
        if montres <= PAR_PAGE {
            return None;
        }
        let (cle, nom, tourner) = match en_bas {
            false => ("pages", "pages-du-tableau", "tourner"),
            true => ("pages-en-bas", "pages-du-tableau-en-bas", "tourner-en-bas"),
        };
        let boite = el("div")
            .classe("pages")
            .attr("data-cle", cle)
            .attr("role", "group")
            .attr("aria-label", mot(nom));
        if a.tout {
            return Some(boite.avec(bouton(
                "par-pages",
                "",
                mot("par-pages"),
                "bouton secondaire",
            )));
        }
        let pages = montres.div_ceil(PAR_PAGE);
        let vers = |page: usize, texte: &str, possible: bool| {
            bouton(tourner, &page.to_string(), mot(texte), "bouton secondaire")
                .drapeau("disabled", !possible)
        };
        let sur = mot_avec(
            "page-sur",
            &[("page", &ecrit(a.page)), ("pages", &ecrit(pages))],
        );
        Some(
            boite
                .avec(vers(a.page.saturating_sub(1), "precedents", a.page > 1))
                .avec(el("span").texte(sur))
                .avec(vers(a.page + 1, "suivants", a.page < pages))
                .avec(bouton(
                    "tout-afficher",
                    "",
                    mot("tout-afficher"),
                    "bouton secondaire",
                )),
        )
    }

    /// A bar while a long list is judged.
    pub fn calcul(&self) -> Option<Element> {
        let (juges, total) = (self.a.juges(), self.a.eleves.len());
        let long = total > AVEC_BARRE || self.a.arrete;
        (juges < total && long).then(|| self.barre_d_avancement(juges, total))
    }

    /// The papers of those who can ask, when they are the same for all.
    pub fn a_apporter(&self) -> Option<Element> {
        let lignes = (0..self.a.voies.len()).filter_map(|rang| {
            let avis = self.a.eleves.iter().filter_map(|e| e.avis.as_ref());
            let voies = avis.filter_map(|avis| avis.voies.get(rang));
            let mut oui = voies
                .filter(|v| v.sort == Sort::PeutDemander)
                .map(|v| &v.pieces);
            let premieres = oui.next().filter(|pieces| !pieces.is_empty())?;
            if !oui.all(|pieces| pieces == premieres) {
                return None;
            }
            let papiers = premieres.iter().map(|p| dire::papier(p)).en_liste();
            let dit = format!(" {}.", papiers.join(", "));
            Some(
                el("li")
                    .avec(el("strong").texte(format!("{}\u{a0}:", self.voie(rang))))
                    .texte(dit),
            )
        });
        let lignes = lignes.en_liste();
        (!lignes.is_empty()).then(|| {
            el("details")
                .classe("volet apporter")
                .attr("data-cle", "apporter")
                .avec(el("summary").texte(mot("titre-apporter")))
                .avec(el("ul").avec_tous(lignes))
                .avec_tous(facultatif("apporter-detail").map(|dit| p("aide", dit)))
        })
    }
}

fn groupe(nom: String, boutons: Vec<Element>) -> Element {
    el("div")
        .classe("groupe-de-filtres")
        .attr("data-cle", nom.clone())
        .attr("role", "group")
        .attr("aria-label", nom.clone())
        .avec(
            el("p")
                .classe("legende")
                .attr("aria-hidden", "true")
                .texte(nom),
        )
        .avec(el("div").classe("pastilles").avec_tous(boutons))
}

/// The tone of a fate; its words say the same.
pub fn ton(sort: Sort) -> &'static str {
    match sort {
        Sort::PeutDemander => "oui",
        Sort::ACorriger | Sort::ACompleter => "attention",
        Sort::PlusTard | Sort::Non => "calme",
    }
}

/// A fate, in a pill.
pub fn etiquette(sort: Sort) -> Element {
    el("span")
        .classe("etiquette")
        .attr("data-ton", ton(sort))
        .texte(mot(&format!("sort-{}", sort.nom())))
}

/// Before the judging.
pub fn en_attente() -> Element {
    el("span")
        .classe("aide")
        .texte("…")
        .avec(invisible(mot("en-attente")))
}
