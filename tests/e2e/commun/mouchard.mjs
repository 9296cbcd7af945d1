// A page that writes down what could take something out of it, or leave something behind. Installed before any script.

/** Installs `window.mouchard`. Sent to the browser as text: it can use nothing from outside itself. */
export function installerMouchard() {
  const notes = [];
  window.mouchard = notes;
  const noter = (quoi, dit) => notes.push([quoi, typeof dit === "string" ? dit : JSON.stringify(dit ?? null)]);
  /** Some pages have no storage, no cache, or no such thing at all. */
  function guetter(objet, nom, dire = (args) => String(args[0])) {
    const vrai = objet?.[nom];
    if (typeof vrai !== "function") return;
    objet[nom] = function (...args) {
      noter(nom, dire(args, this));
      return vrai.apply(this, args);
    };
  }
  guetter(window, "fetch", ([quoi]) => new URL(quoi.url ?? quoi, document.baseURI).href);
  guetter(window.XMLHttpRequest?.prototype, "open", ([, adresse]) => String(adresse));
  guetter(window.Navigator?.prototype, "sendBeacon");
  guetter(window, "open");
  guetter(window.Storage?.prototype, "setItem");
  guetter(window.IDBFactory?.prototype, "open");
  guetter(window.CacheStorage?.prototype, "open");
  guetter(window.ServiceWorkerContainer?.prototype, "register");
  guetter(window.BroadcastChannel?.prototype, "postMessage", ([dit]) => dit);
  guetter(window.Worker?.prototype, "postMessage", ([dit]) => dit);
  guetter(window.Clipboard?.prototype, "writeText");
  guetter(window.History?.prototype, "pushState", ([etat, , adresse]) => ({ etat, adresse }));
  guetter(window.History?.prototype, "replaceState", ([etat, , adresse]) => ({ etat, adresse }));
  for (const nom of ["WebSocket", "EventSource", "Worker", "SharedWorker", "RTCPeerConnection", "Notification"]) {
    if (!window[nom]) continue;
    window[nom] = new Proxy(window[nom], { construct: (vrai, args) => noter(nom, String(args[0])) ?? Reflect.construct(vrai, args) });
  }
  const temoins = Object.getOwnPropertyDescriptor(Document.prototype, "cookie");
  Object.defineProperty(document, "cookie", { get: () => temoins.get.call(document), set: (dit) => noter("cookie", dit) });
  window.navigation?.addEventListener("navigate", (e) => noter("navigate", new URL(e.destination.url).pathname));
  // Every event that a script has made, whatever its name.
  const dire = EventTarget.prototype.dispatchEvent;
  EventTarget.prototype.dispatchEvent = function (evenement) {
    if (evenement instanceof CustomEvent) noter("evenement", { nom: evenement.type, cles: Object.keys(evenement.detail ?? {}).sort() });
    return dire.call(this, evenement);
  };
  // A frame speaks to the page around, which hears it.
  addEventListener("message", ({ data }) => noter("message", { cles: Object.keys(data ?? {}) }));
}
