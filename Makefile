GOLANGCI = go run github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

.PHONY: build check fmt vet lint test race image

build: ## a small static binary
	CGO_ENABLED=0 go build -trimpath -ldflags "-s -w" -o youju .

check: fmt vet lint race ## all that a change must pass

fmt:
	@unformatted=$$(gofmt -l .); test -z "$$unformatted" || { echo "gofmt -w these:"; echo "$$unformatted"; exit 1; }

vet:
	go vet ./...

lint:
	$(GOLANGCI) run ./...

test:
	go test ./...

race:
	go test -race ./...

image:
	docker build -t youju .
