parent.postMessage({ passNumerique: "0.1.0", height: 77, step: false }, "*");
