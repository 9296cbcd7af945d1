/**
 * A page left while it loads may come back as it was, and in Firefox never ends what it was doing: it is begun again.
 * @param {(again: 0 | 1) => Promise} begin
 */
export function lasting(begin) {
  return new Promise((resolve, reject) => {
    const start = async (again) => {
      await begin(again).then(resolve, reject);
      removeEventListener("pageshow", back);
    };
    const back = ({ persisted }) => persisted && start(1);
    addEventListener("pageshow", back);
    start(0);
  });
}
