GOLANGCI = go run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

.PHONY: build check fmt vet lint test race soak image

build: ## a small static binary
	CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o youju .

check: fmt vet lint test race ## all that a change must pass

fmt:
	@unformatted=$$(gofmt -l .); test -z "$$unformatted" || { echo "gofmt -w these:"; echo "$$unformatted"; exit 1; }

vet:
	go vet ./...

lint:
	$(GOLANGCI) run ./...

test:
	go test ./...

race: ## without what takes long in one goroutine
	go test -race -short ./...

soak: ## the fault runs in large: an hour, and the right to mount a tmpfs
	YOUJU_SOAK=large go test -count=1 -timeout 90m -v ./soak ./store

bench: ## side by side with its peers: bench/RESULTS.md; takes about half an hour on a quiet machine
	bench/run.sh

image:
	docker build -t youju .
