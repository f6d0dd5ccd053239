import { SOURCES } from './sources.data.ts';
import type { Language } from './wording.ts';

/** Spanish wordings: small, and only what is blame in nearly every sentence. */
export const SPANISH: Language = {
  classes: {
    DEBERIA: 'debería|deberíamos|deberían|debió|debimos|debieron|debiera|debíamos|tendría|tendríamos|tendrían',
    PODRIA: 'podría|podríamos|podrían|pudo|pudimos|pudieron',
  },
  wordings: [
    {
      code: 'blame-human-error',
      patterns: ['error|errores|fallo|fallos humano|humanos', 'error del|de operador|usuario|operación'],
      notBefore: 'evitar|evita|prevenir|contra|riesgo|nunca|ningún|no|tasa',
      why: 'El error es donde empiezan las preguntas: ¿qué lo hizo posible y qué no lo detuvo?',
      source: SOURCES.fieldGuide,
      bad: 'La caída se debió a un error humano.',
      good: 'La herramienta sirve para evitar un error humano.',
    },
    {
      code: 'blame-human-error',
      patterns: ['negligencia|descuido|descuidos|imprudencia|dejadez|incompetencia|irresponsabilidad|torpeza|pereza'],
      why: 'Juzga a alguien y no explica nada que se pueda cambiar.',
      source: SOURCES.justCulture,
      bad: 'Por un descuido se borró la tabla.',
      good: 'Un script borró la tabla.',
    },
    {
      code: 'blame-word',
      patterns: ['negligente|irresponsable|irresponsables|incompetente|incompetentes|descuidado|descuidada|estúpido|estúpida|torpe|chapuza|inaceptable|inexcusable|imperdonable', 'por culpa de|del|suya|nuestra', 'tiene|tuvo|tenía|tienen|tuvieron la culpa', 'es|fue|era|son|fueron culpable|culpables'],
      notBefore: 'no|nadie|nunca',
      why: 'La culpa hace callar; diga qué pasó y qué llevó a ello.',
      source: SOURCES.sre,
      bad: 'Fue por culpa del equipo de redes.',
      good: 'El equipo de redes cambió la ruta a las 12:05.',
    },
    {
      code: 'blame-counterfactual',
      patterns: ['DEBERIA .. haber|haberse|haberlo|haberla', 'DEBERIA que haber', 'PODRIA haber|haberse evitado|prevenido|detectado|haberlo|impedido', 'hubiera|hubiese|hubiéramos|habría|habríamos debido|podido', 'si .. hubiera|hubiese|hubiéramos|hubieran|hubiésemos'],
      without: 'peor|atacante|suerte',
      why: 'Habla de algo que no ocurrió; diga qué se sabía entonces y qué se hizo.',
      source: SOURCES.fieldGuide,
      bad: 'Deberíamos haber probado la copia.',
      good: 'Cada servicio debería tener un dueño.',
    },
    {
      code: 'blame-counterfactual',
      patterns: ['olvidó|olvidamos|olvidaron', 'se|nos|le|les olvidó', 'nadie .. notó|revisó|comprobó|cuenta|verificó|vio|avisó', 'no .. molestó|molestaron', 'pasó|pasaron por alto'],
      without: 'contraseña',
      why: 'Lo que depende de la memoria lo olvida cualquiera; diga qué no lo recordó.',
      source: SOURCES.behindError,
      bad: 'Nadie revisó la réplica.',
      good: 'Nadie recibió una alerta.',
    },
    {
      code: 'blame-hindsight',
      patterns: ['obviamente|evidentemente|claramente', 'por supuesto', 'en retrospectiva', 'visto en perspectiva', 'era|estaba obvio|evidente|claro|previsible'],
      notBefore: 'no|poco',
      notAfter: 'muestra|muestran|visible|indica|definido',
      why: 'Lo que hoy está claro no lo estaba entonces.',
      source: SOURCES.hindsight,
      bad: 'Obviamente, el límite era demasiado bajo.',
      good: 'El límite era de 50 conexiones.',
    },
    {
      code: 'blame-belittling',
      patterns: ['solo|sólo|simplemente tenía|tenían|teníamos|había que', 'bastaba|bastaría con', 'simplemente olvidó|olvidamos|ignoró|ignoramos', 'una|un simple|sencilla comprobación|revisión|prueba|vistazo'],
      why: 'Hace pequeño lo que en su momento fue difícil.',
      source: SOURCES.plainWords,
      bad: 'Bastaba con reiniciar el servicio.',
      good: 'El servicio se reinició a los dos minutos.',
    },
    {
      code: 'blame-who',
      patterns: ['quién|quien hizo|desplegó|aprobó|borró|cambió|rompió|olvidó|autorizó|fue', 'de quién es|fue la culpa', 'averiguar|saber|determinar quién|quien'],
      notAfter: 'afectado|afectada|avisado|informado',
      why: 'Saber quién fue no cambia nada; pregunte cómo ocurrió y qué lo hizo posible.',
      source: SOURCES.debriefing,
      bad: '¿Quién aprobó este cambio?',
      good: '¿Cómo llegó este cambio a producción?',
    },
  ],
};
