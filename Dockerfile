# One image: the compiled service, its production packages, the seed, and the database built from it.
# Nothing is written while it serves, so it runs on a read-only root file system and as a user without rights.

FROM node:20-bookworm-slim AS tools
# Only for machines without a prebuilt binary of SQLite's driver.
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY package.json package-lock.json .npmrc ./

FROM tools AS build
RUN npm ci
COPY . .
RUN npm run build

FROM tools AS modules
RUN npm ci --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 LOG_FORMAT=json
WORKDIR /app
COPY --from=modules /app/node_modules node_modules
COPY --from=build /app/dist dist
COPY package.json LICENSE LICENSE-KNOWLEDGE NOTICE ./
COPY schema schema
COPY seed seed
RUN node dist/src/commands/seed.js
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=10s CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/src/main.js"]
