import type { ballot as english } from "../en/ballot.js";

/** Una votación dentro de un protocolo. */
export const ballot: Record<keyof typeof english, string> = {
  "ballot.mark": "Marca como máximo {votes} {votes|opción|opciones}.",
  "ballot.place": "Opción {place}",
  "ballot.vote": "Votar",
  "ballot.again": "Votar de nuevo",
  "ballot.secret": "Secreta: nadie ve quién votó qué, y el recuento llega al pasar al paso siguiente.",
  "ballot.open": "Abierta: se ve quién vota qué.",
  "ballot.mine": "Ya has votado.",
  "ballot.none": "–",
  "ballot.result": "La votación",
  "ballot.cast": "{n} {n|voto|votos}",
  "ballot.tied": "Empate.",
  "ballot.few": "Votaron muy pocas personas en secreto para mostrar un recuento.",
};
