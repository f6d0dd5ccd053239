# One image: pages, API and, unless DATABASE_URL names another, an embedded PostgreSQL. Debian, since the embedded one needs glibc.
FROM node:24-trixie-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:24-trixie-slim
ENV NODE_ENV=production \
    NEVERTWICE_DATA=/data \
    NEVERTWICE_HOST=0.0.0.0 \
    NEVERTWICE_PORT=4680
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY --from=build /app/examples ./examples
RUN install --directory --owner=node --group=node --mode=0700 /data
USER node
VOLUME /data
EXPOSE 4680
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:4680/readyz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Editors get the time to store what they have.
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "dist/cli/main.js"]
CMD ["serve", "--no-open"]
