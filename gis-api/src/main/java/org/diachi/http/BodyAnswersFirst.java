package org.diachi.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.HandlerMethodReturnValueHandlerComposite;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** Asks {@link BodyAnswers} before the return value handlers of Spring, which would take its answers for themselves. */
final class BodyAnswersFirst extends RequestMappingHandlerAdapter {

    @Override
    public void afterPropertiesSet() {
        super.afterPropertiesSet();
        List<HandlerMethodReturnValueHandler> usual = Objects.requireNonNull(getReturnValueHandlers());
        HandlerMethodReturnValueHandler others = new HandlerMethodReturnValueHandlerComposite().addHandlers(usual);
        List<HandlerMethodReturnValueHandler> all = new ArrayList<>();
        all.add(new BodyAnswers(others));
        all.addAll(usual);
        setReturnValueHandlers(all);
    }
}
