package netsight.async.its.replay;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;

/** What comes and goes as JSON. */
public class Item {
    @NotBlank
    public String name;

    @Max(9)
    public int count;

    public Item() {}

    public Item(String name, int count) {
        this.name = name;
        this.count = count;
    }
}
