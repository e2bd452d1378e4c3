package org.mediarouter.simulation;

import java.util.List;
import java.util.Locale;

/** Writes the few shapes that a chart needs. */
final class Svg {
    static final String BAR = "#5b8db8";
    /** Distinguishable for colour-blind people too (M. Okabe, K. Ito, Color Universal Design, 2008). */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000", "#b2a800");

    private final StringBuilder text = new StringBuilder();

    Svg(int width, int height) {
        text.append("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" \
                font-family="Helvetica, Arial, sans-serif">
                <style>
                .title { font-size: 17px; font-weight: bold; fill: #222 }
                .heading { font-size: 13px; font-weight: bold; fill: #222 }
                .label { font-size: 11.5px; fill: #444 }
                .axis { stroke: #444 }
                .grid { stroke: #ddd }
                .whisker { stroke: #222 }
                .curve { fill: none; stroke-width: 2; stroke-linejoin: round }
                </style>
                <rect width="100%%" height="100%%" fill="#fff"/>
                """.formatted(width, height, width, height));
    }

    static String colour(int index) {
        return COLOURS.get(index % COLOURS.size());
    }

    void line(double x1, double y1, double x2, double y2, String style) {
        text.append(format("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" ", x1, y1, x2, y2))
                .append("class=\"" + style + "\"/>\n");
    }

    void rectangle(double x, double y, double width, double height, String colour) {
        text.append(format("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" ", x, y, width, height))
                .append("fill=\"" + colour + "\"/>\n");
    }

    void text(double x, double y, String style, String anchor, String content) {
        text.append(format("<text x=\"%.1f\" y=\"%.1f\" ", x, y))
                .append("class=\"" + style + "\" text-anchor=\"" + anchor + "\">" + escaped(content) + "</text>\n");
    }

    /** Read from below. */
    void upright(double x, double y, String content) {
        text.append(format("<text transform=\"translate(%.1f %.1f) rotate(-90)\" ", x + 4, y))
                .append("class=\"label\" text-anchor=\"end\">" + escaped(content) + "</text>\n");
    }

    /** A line through the points; a lone one is a dot. */
    void curve(List<double[]> points, String colour) {
        if (points.size() == 1) {
            double[] point = points.get(0);
            text.append(format("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.5\" ", point[0], point[1]))
                    .append("fill=\"" + colour + "\"/>\n");
        } else if (!points.isEmpty()) {
            text.append("<polyline class=\"curve\" stroke=\"" + colour + "\" points=\"");
            points.forEach(point -> text.append(format("%.1f,%.1f ", point[0], point[1])));
            text.append("\"/>\n");
        }
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String escaped(String content) {
        return content.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public String toString() {
        return text + "</svg>\n";
    }
}
