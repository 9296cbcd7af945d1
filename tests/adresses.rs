//! What a host page or a file may make the page link to.
use crate::adresse::Adresse;

const PUBLIQUES: [&str; 7] = [
    "https://aides.exemple.fr/",
    "https://aides.exemple.fr",
    "https://aides.exemple.fr:8443/pass?id=12&mail=a@b.fr#haut",
    "HTTPS://AIDES.EXEMPLE.FR/",
    "https://région.exemple/é",
    "https://192.0.2.1/",
    "https://[2001:db8::1]/",
];
const LOCALES: [&str; 6] = [
    "http://localhost",
    "http://localhost:8080/pass",
    "http://LOCALHOST/",
    "http://127.0.0.1:3000",
    "http://[::1]/",
    "http://[::1]:8080?x",
];
const JOIGNABLES: [&str; 7] = [
    "tel:0320000000",
    "tel:+33-3-20-00-00-00",
    "tel:03 20 00 00 00",
    "TEL:+33(0)320000000;ext=12",
    "mailto:aide@exemple.fr",
    "mailto:aide@exemple.fr?subject=Pass numérique",
    "MAILTO:aide@exemple.fr",
];
const REFUSEES: [&str; 51] = [
    "",
    " ",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "\u{1}javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "javascript://exemple.fr/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "blob:https://exemple.fr/1",
    "file:///etc/passwd",
    "ftp://exemple.fr/",
    "view-source:https://exemple.fr/",
    "about:blank",
    "aides.exemple.fr",
    "/aides",
    "aides.html",
    "#aides",
    "//aides.exemple.fr/",
    "\\\\aides.exemple.fr/",
    "https:",
    "https:aides.exemple.fr",
    "https:/aides.exemple.fr",
    "https://",
    "https:///aides",
    "https://:443/",
    "https://?aides",
    "https://\\aides.exemple.fr",
    "https://aides.exemple.fr\\@autre.test/",
    "https://aides.exemple.fr@autre.test/",
    " https://aides.exemple.fr/",
    "https://aides.exemple.fr/ ",
    "https://aides.exemple.fr/une page",
    "ht\ttps://aides.exemple.fr/",
    "https://aides.\nexemple.fr/",
    "http://aides.exemple.fr/",
    "http://localhost.exemple.fr/",
    "http://localhost@exemple.fr/",
    "http://localhost:80@exemple.fr/",
    "http://127.0.0.1.exemple.fr/",
    "http://[::1].exemple.fr/",
    "http://[::2]/",
    "tel:",
    "tel: 0320000000",
    "tel:accueil",
    "tel:*#06#",
    "mailto:",
    "mailto:aide",
    "mailto:@exemple.fr",
];

#[test]
fn un_fichier_un_portail_et_un_contact_n_acceptent_que_leurs_sortes_d_adresses() {
    type Lecture = fn(&str) -> Result<Adresse, String>;
    let lectures: [(&str, Lecture, [bool; 3]); 3] = [
        ("publique", Adresse::publique, [true, false, false]),
        ("portail", Adresse::portail, [true, true, false]),
        ("contact", Adresse::contact, [true, true, true]),
    ];
    for (nom, lire, admises) in lectures {
        let sortes: [&[&str]; 3] = [&PUBLIQUES, &LOCALES, &JOIGNABLES];
        for (adresses, admise) in sortes.into_iter().zip(admises) {
            for texte in adresses {
                let lue = lire(texte).map(|a| a.as_str().to_string());
                assert_eq!(lue.is_ok(), admise, "{nom} {texte:?} : {lue:?}");
                assert!(lue.is_err() || lue == Ok((*texte).to_string()));
            }
        }
        for texte in REFUSEES {
            let refus = lire(texte).expect_err(texte);
            assert!(refus.starts_with("« "), "{refus}");
            assert!(
                refus.contains("n'est pas accepté ; attendu : une adresse https://…"),
                "{refus}"
            );
        }
    }
}

#[test]
fn une_adresse_refusee_est_citee_en_abrege_avec_ce_qui_etait_attendu() {
    let longue = format!("data:text/html,{}", "a".repeat(500));
    let refus = Adresse::contact(&longue).unwrap_err();
    assert!(refus.starts_with("« data:text/html,aaa"), "{refus}");
    assert!(refus.ends_with("tel:… ou mailto:…@…"), "{refus}");
    assert!(refus.chars().count() < 250, "{refus}");
}
