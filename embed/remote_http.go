package embed

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

const (
	// maxNumberBytes bounds a number and its comma in an answer, maxNumbers the length of a vector.
	maxNumberBytes = 32
	maxNumbers     = 1 << 13

	// maxErrorBytes of an answer that says no are quoted.
	maxErrorBytes = 512

	// maxErrorRead is read of it, so that a key in it is whole and can be found.
	maxErrorRead = 1 << 14

	// maxWait is the longest pause that a Retry-After header can ask for.
	maxWait = time.Minute
)

// statusError is an answer other than 200.
type statusError struct {
	code    int
	message string
	wait    time.Duration // that the endpoint asked for, or 0
}

func (e *statusError) Error() string {
	text := fmt.Sprintf("the endpoint answered %d %s", e.code, http.StatusText(e.code))
	if e.message != "" {
		text += ": " + e.message
	}
	return text
}

// request sends texts until an answer comes, an error that no retry would mend, or the last retry fails.
func (r *Remote) request(ctx context.Context, texts []string) ([][]float32, error) {
	wait := r.backoff
	for attempt := 0; ; attempt++ {
		vectors, err := r.send(ctx, texts)
		if err == nil {
			return vectors, nil
		}
		asked, again := retryable(err)
		if !again || attempt >= r.config.Retries || ctx.Err() != nil {
			return nil, err
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(max(wait, asked)):
		}
		wait *= 2
	}
}

// retryable says whether the same request may do better later, and how long the endpoint asked to wait.
func retryable(err error) (wait time.Duration, again bool) {
	var status *statusError
	if errors.As(err, &status) {
		return status.wait, status.code == http.StatusTooManyRequests || status.code >= 500
	}
	var connection *connectionError
	return 0, errors.As(err, &connection)
}

// connectionError is a request that got no whole answer.
type connectionError struct {
	text string
	err  error
}

func (e *connectionError) Error() string { return e.text }
func (e *connectionError) Unwrap() error { return e.err }

// unreachable leaves the URL out of an error, since a key may stand in it, and says the host instead.
func (r *Remote) unreachable(err error) error {
	var inner *url.Error
	if errors.As(err, &inner) {
		err = inner.Err
	}
	return &connectionError{r.withoutKey(fmt.Sprintf("reach the endpoint at %s: %v", r.host, err)), err}
}

// withoutKey keeps the API key out of a text, whoever put it there.
func (r *Remote) withoutKey(text string) string {
	if r.config.APIKey == "" {
		return text
	}
	return strings.ReplaceAll(text, r.config.APIKey, "[key]")
}

func (r *Remote) send(ctx context.Context, texts []string) ([][]float32, error) {
	ctx, cancel := context.WithTimeout(ctx, r.config.Timeout)
	defer cancel()
	body, err := json.Marshal(map[string]any{"model": r.config.Model, "input": texts})
	if err != nil {
		return nil, fmt.Errorf("write the request: %w", err)
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, r.endpoint, bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("write the request: %w", err)
	}
	request.Header.Set("Content-Type", "application/json")
	if r.config.APIKey != "" {
		request.Header.Set("Authorization", "Bearer "+r.config.APIKey)
	}
	answer, err := r.config.Client.Do(request)
	if err != nil {
		return nil, r.unreachable(err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, r.readStatus(answer)
	}
	limit := int64(len(texts)) * maxNumbers * maxNumberBytes
	content, err := io.ReadAll(io.LimitReader(answer.Body, limit+1))
	if err != nil {
		return nil, r.unreachable(err)
	}
	if int64(len(content)) > limit {
		return nil, fmt.Errorf("the endpoint sent more than %d bytes", limit)
	}
	return r.decode(content, len(texts))
}

func (r *Remote) readStatus(answer *http.Response) error {
	content, _ := io.ReadAll(io.LimitReader(answer.Body, maxErrorRead)) // without its words, the code still says it
	message := strings.Join(strings.Fields(r.withoutKey(string(content))), " ")
	message = strings.ToValidUTF8(message[:min(len(message), maxErrorBytes)], "")
	e := &statusError{code: answer.StatusCode, message: message}
	if seconds, err := strconv.Atoi(answer.Header.Get("Retry-After")); err == nil && seconds > 0 {
		e.wait = min(time.Duration(seconds)*time.Second, maxWait)
	}
	return e
}

// decode reads n vectors in the order of the texts.
func (r *Remote) decode(content []byte, n int) ([][]float32, error) {
	var answer struct {
		Data []struct {
			Index     *int      `json:"index"`
			Embedding []float32 `json:"embedding"`
		} `json:"data"`
		Embeddings [][]float32 `json:"embeddings"`
	}
	if err := json.Unmarshal(content, &answer); err != nil {
		return nil, fmt.Errorf("read the endpoint's answer: %w", err)
	}
	if r.config.Kind == Ollama {
		return answer.Embeddings, nil
	}
	if len(answer.Data) != n {
		return nil, fmt.Errorf("the endpoint sent %d vectors for %d texts", len(answer.Data), n)
	}
	vectors := make([][]float32, n)
	for i, item := range answer.Data {
		at := i
		if item.Index != nil {
			at = *item.Index
		}
		if at < 0 || at >= n || vectors[at] != nil {
			return nil, fmt.Errorf("the endpoint sent index %d, twice or outside of the %d texts", at, n)
		}
		vectors[at] = item.Embedding
	}
	return vectors, nil
}
